package jp.shomei.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.certificate.RenewPkcs12;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.deadletter.RetryReactionDeadLetter;
import jp.shomei.contracts.deadletter.RetryReadModelDeadLetter;
import jp.shomei.contracts.deadletter.SkipReactionDeadLetter;
import jp.shomei.contracts.fee.CloseLedger;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.RenderSlip;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.mail.ResendMail;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.HttpTest;
import jp.shomei.http.json.WebJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whether callers are told of everything that the commands behind an endpoint say they are refused with. */
class RefusalsTest extends HttpTest {
    private static final Path CONTRACTS = Path.of("../contracts/src/main/java");
    private static final Pattern CODE = Pattern.compile("\\{@code ([A-Z][A-Z_]+)}");
    private static final Pattern LINK = Pattern.compile("\\{@link ([A-Z][A-Za-z0-9]+)}");
    private static final String CERTIFICATE = "/api/v1/certificates/{requestId}";
    private static final String NOTICE = "/api/v1/notices/{noticeId}";

    /**
     * An endpoint and the commands it sends.
     *
     * @param never what a command may be refused with, but not to those who can call the endpoint
     */
    private record Route(String method, String path, Set<ErrorCode> never, List<Class<?>> commands) {
        static Route post(String path, Class<?>... commands) {
            return new Route("post", path, Set.of(), List.of(commands));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Route> routes() {
        return Stream.of(
                Route.post("/download/p12", DownloadPkcs12.class),
                Route.post("/download/csr", DownloadForRequest.class),
                // who comes with a wrong ID is asked for the right one
                new Route(
                        "post",
                        "/.well-known/est/simpleenroll",
                        EnumSet.of(ErrorCode.DOWNLOAD_REFUSED),
                        List.of(DownloadForRequest.class)),
                Route.post("/.well-known/est/simplereenroll", RenewForRequest.class),
                Route.post(CERTIFICATE + "/renewal", RenewPkcs12.class, RenewForRequest.class),
                Route.post(CERTIFICATE + "/cancellation", CancelApplication.class),
                Route.post(CERTIFICATE + "/approval", ApproveApplication.class),
                Route.post(CERTIFICATE + "/rejection", RejectApplication.class),
                // terminals alone present a certificate, and not here
                new Route(
                        "post",
                        CERTIFICATE + "/revocation",
                        EnumSet.of(ErrorCode.NOT_YOUR_CERTIFICATE),
                        List.of(RequestRevocation.class)),
                Route.post(CERTIFICATE + "/revocation/approval", ApproveRevocation.class),
                Route.post(CERTIFICATE + "/revocation/refusal", DeclineRevocation.class),
                new Route("patch", CERTIFICATE, Set.of(), List.of(ChangeContact.class)),
                Route.post(CERTIFICATE + "/download-period", ExtendDownloadPeriod.class),
                Route.post(CERTIFICATE + "/notice", ReissueNotice.class),
                Route.post(NOTICE + "/dispatch", DispatchNotice.class),
                Route.post(NOTICE + "/delivery", DeliverNotice.class),
                Route.post(NOTICE + "/return", ReturnNotice.class),
                Route.post(NOTICE + "/resend", ResendNotice.class),
                Route.post(
                        "/api/v1/dead-letters/{id}/retry",
                        RetryReactionDeadLetter.class,
                        RetryReadModelDeadLetter.class),
                Route.post("/api/v1/dead-letters/{id}/skip", SkipReactionDeadLetter.class),
                Route.post("/api/v1/mails/{mailId}/resend", ResendMail.class),
                Route.post("/api/v1/ledgers/{month}/close", CloseLedger.class),
                Route.post("/api/v1/ledgers/{month}/results", RecordResults.class),
                Route.post("/api/v1/bills/{billId}/write-off", WriteOffFee.class),
                Route.post("/api/v1/charges/{chargeId}/reversal", ReverseCharge.class),
                new Route("get", "/api/v1/bills/{billId}/slip.pdf", Set.of(), List.of(RenderSlip.class)));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void listsWhateverItsCommandsAreRefusedWith(Route route) {
        Set<String> named = new TreeSet<>();
        route.commands()
                .forEach(command ->
                        collect(command.getPackageName().replace('.', '/') + "/", command.getSimpleName(), named));
        route.never().forEach(code -> named.remove(code.name()));

        assertThat(listed(route)).containsAll(named);
    }

    @Test
    void readsWhatACommandRefersTo() {
        Set<String> named = new TreeSet<>();
        collect("jp/shomei/contracts/certificate/", "DownloadForRequest", named);
        assertThat(named).contains("CERTIFICATE_HAS_ANOTHER_KEY", "DOWNLOAD_LOCKED", "DOWNLOAD_PERIOD_OVER");
    }

    /** What a command says of its refusals, and what it refers to for the rest. */
    private static void collect(String folder, String command, Set<String> named) {
        String words = refusals(CONTRACTS.resolve(folder + command + ".java"));
        CODE.matcher(words).results().map(code -> code.group(1)).forEach(named::add);
        LINK.matcher(words).results().forEach(other -> collect(folder, other.group(1), named));
    }

    private static String refusals(Path source) {
        try {
            String text = Files.readString(source);
            int from = text.indexOf("refused", text.indexOf("/**"));
            int to = Math.min(text.indexOf("@param", from), text.indexOf("*/", from));
            assertThat(from).as("%s says what it is refused with", source).isPositive();
            return text.substring(from, to);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private Set<String> listed(Route route) {
        byte[] api = anybody()
                .get()
                .uri("/openapi.json")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonNode responses = WebJson.MAPPER
                .readTree(Objects.requireNonNull(api))
                .path("paths")
                .path(route.path())
                .path(route.method())
                .path("responses");
        assertThat(responses.isEmpty()).as(route.path()).isFalse();
        return responses
                .valueStream()
                .flatMap(response -> Pattern.compile("[A-Z][A-Z_0-9]+(?= \\()")
                        .matcher(response.path("description").asString())
                        .results())
                .map(code -> code.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
