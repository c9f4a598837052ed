package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens to certificates in forty months, on the simulated clock: renewed, retired, lost, late, left alone. */
class WholeLifeIT {

    private static final LocalDate ISSUED = LocalDate.of(2021, 3, 10);
    private static final Map<String, String> PASSWORD = Map.of("password", "2468");

    @TempDir
    static Path scratch;

    private static RunningShomei shomei;

    @BeforeAll
    static void start() {
        shomei = RunningShomei.start(
                scratch.resolve("data"), "--shomei.clock=2021-03-10T09:00:00+09:00", "--shomei.renewal.grace=14d");
        Clinic.register(shomei);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        shomei.close();
    }

    @Test
    void everyCertificateComesToItsEnd() {
        List<String> certificates = IntStream.range(0, 3)
                .mapToObj(one -> Clinic.apply(shomei, Clinic.NAME))
                .toList();
        String renewed = certificates.get(0);
        String leftAlone = certificates.get(1);
        String late = certificates.get(2);
        download(renewed, reference(renewed)).expect(200);
        aLostNoticeIsReplaced(leftAlone);

        clock("2021-09-07");
        String reference = Notices.referenceId(shomei, late, ISSUED);
        assertThat(code(download(late, reference))).isEqualTo("DOWNLOAD_PERIOD_OVER");
        RecordedHistory.of(shomei, renewed).onlyOne("EscrowedKeyDestroyed");
        officer(late, "/download-period", Map.of("downloadUntil", "2021-10-31", "reason", "入院のため"));
        download(late, reference).expect(200);

        clock("2024-03-12");
        assertThat(code(renew(renewed))).isEqualTo("RENEWAL_TOO_EARLY");
        assertThat(operations(renewed)).containsExactly("DETAIL", "UPDATE", "REVOKE");
        clock("2024-03-13");
        assertThat(operations(renewed)).containsExactly("DETAIL", "UPDATE", "REVOKE", "RENEW");
        renew(renewed).expect(200);
        JsonNode next = detail(renewed);
        assertThat(next.get("generation").asInt()).isEqualTo(2);
        assertThat(next.get("expiresOn").asString()).isEqualTo("2027-06-13");

        clock("2024-03-27");
        assertThat(RecordedHistory.of(shomei, renewed).types()).doesNotContain("PreviousKeyRetired");
        clock("2024-03-28");
        RecordedHistory.of(shomei, renewed).onlyOne("PreviousKeyRetired");

        clock("2024-06-10");
        assertThat(detail(leftAlone).get("status").asString()).isEqualTo("ISSUED");
        clock("2024-06-11");
        Await.until(() -> detail(leftAlone).get("status").asString().equals("EXPIRED"));
        assertThat(detail(leftAlone).get("statusLabel").asString()).isEqualTo("失効済み");
        assertThat(operations(leftAlone)).containsExactly("DETAIL");
        assertThat(code(renew(leftAlone))).isEqualTo("CERTIFICATE_EXPIRED");
        RecordedHistory.of(shomei, leftAlone).onlyOne("CertificateExpired");
        assertThat(detail(renewed).get("status").asString()).isEqualTo("ISSUED");
    }

    /** The reference ID on the lost notice is worthless from the answer on. */
    private static void aLostNoticeIsReplaced(String requestId) {
        String lost = reference(requestId);
        officer(requestId, "/notice", Map.of("reason", "紛失"));
        assertThat(code(download(requestId, lost))).isEqualTo("DOWNLOAD_REFUSED");
        String replacement = Await.value(() -> Notices.all(shomei, requestId, ISSUED).stream()
                .filter(reference -> !reference.equals(lost))
                .findFirst()
                .orElse(null));
        download(requestId, replacement).expect(200);
    }

    private static String reference(String requestId) {
        return Notices.referenceId(shomei, requestId, ISSUED);
    }

    private static RunningShomei.Answer download(String requestId, String referenceId) {
        return shomei.post(
                null, "/download/p12", Map.of("requestId", requestId, "referenceId", referenceId, "password", "2468"));
    }

    private static RunningShomei.Answer renew(String requestId) {
        return shomei.post("institution", "/api/v1/certificates/" + requestId + "/renewal", PASSWORD);
    }

    private static void officer(String requestId, String what, Map<String, String> body) {
        shomei.post("officer", "/api/v1/certificates/" + requestId + what, body).expect(200);
    }

    private static JsonNode detail(String requestId) {
        return shomei.get("officer", "/api/v1/certificates/" + requestId)
                .expect(200)
                .json();
    }

    private static List<String> operations(String requestId) {
        return detail(requestId)
                .get("operations")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static String code(RunningShomei.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isBetween(400, 499);
        return refused.json().get("code").asString();
    }

    private static void clock(String day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T09:00:00+09:00"))
                .expect(200);
    }
}
