package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What log, metrics, traces and health tell of a certificate's life, and what they do not. */
class SeenFromOutsideIT {

    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    private static final String NAME = "弁財天寿々子";
    private static final String PHONE = "0118877665";
    private static final String EMAIL = "benzaiten@example.jp";
    private static final String FOUNDER = "蓬莱　亀之助";
    private static final String TERMINAL = "七福神の端末";
    private static final String PASSWORD = "97531864";
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Digits enough for a phone, a code or an ID; an address of a mail. */
    private static final Pattern PERSONAL = Pattern.compile("[0-9]{7,}|@");

    @TempDir
    static Path scratch;

    private static TraceReceiver traces;
    private static RunningShomei shomei;
    private static String requestId = "";
    private static String referenceId = "";

    @BeforeAll
    static void aWholeLife() throws Exception {
        traces = new TraceReceiver();
        shomei = RunningShomei.start(
                scratch.resolve("data"),
                "--shomei.clock=2021-03-10T09:00:00+09:00",
                "--shomei.backups=" + scratch.resolve("kept"),
                "--logging.structured.format.console=ecs",
                "--logging.level.jp.shomei=debug",
                "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.schedule-delay=200ms",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + traces.endpoint());
        Map<String, Object> registration = Clinic.registration();
        registration.put("founder", FOUNDER);
        shomei.put("operator", "/api/v1/institutions/" + Clinic.CODE, registration);
        requestId = apply();
        referenceId = Notices.referenceId(shomei, requestId, DAY);
        download(referenceId).expect(200);
        download("X" + referenceId.substring(1)).expect(403);
        shomei.post("institution", "/api/v1/applications", Map.of("email", EMAIL, "phone", PHONE + "x"))
                .expect(400);
        clock("2024-03-20");
        shomei.post("institution", certificate("/renewal"), Map.of("password", PASSWORD))
                .expect(200);
        shomei.post("institution", certificate("/revocation"), Map.of("reason", "keyCompromise"));
        clock("2024-03-22");
        Await.until(() -> metrics().contains("event=\"CertificateRevoked\""));
    }

    @AfterAll
    static void stop() throws Exception {
        shomei.close();
        traces.close();
    }

    @Test
    void oneTraceGoesFromTheRequestToTheReadModel() {
        List<Span> trace = Await.value(() -> {
            List<Span> found = traces.traceWith("CommandBus.handleCommand(ApplyForCertificate)");
            return found.stream().anyMatch(SeenFromOutsideIT::isOfAReadModel) ? found : null;
        });

        assertThat(trace)
                .extracting(Span::getName)
                .contains(
                        "http post /api/v1/applications",
                        "CommandBus.dispatchCommand(ApplyForCertificate)",
                        "StreamingEventProcessor.process(CertificateIssued)",
                        "CommandBus.handleCommand(EncloseInNotice)");
    }

    @Test
    void nobodyIsNamedInLogMetricsTracesOrHealth() {
        String health = shomei.get("operator", "/actuator/health").text();
        String spans = traces.spans().toString();
        for (String secret : List.of(
                NAME,
                PHONE,
                EMAIL,
                FOUNDER,
                TERMINAL,
                PASSWORD,
                referenceId,
                shomei.token("operator"),
                shomei.token("institution"))) {
            assertThat(shomei.output()).doesNotContain(secret);
            assertThat(metrics()).doesNotContain(secret);
            assertThat(health).doesNotContain(secret);
            // protobuf writes what is not ASCII as octal escapes: the texts themselves are looked through, too
            assertThat(spans).doesNotContain(secret);
            assertThat(traces.spans())
                    .allSatisfy(span -> assertThat(texts(span)).doesNotContain(secret));
        }
    }

    @Test
    void noLabelHasAValueThatSaysAboutWhomOrOfWhichThereIsNoEnd() {
        Set<String> odd = new TreeSet<>();
        String metrics = metrics();
        Matcher labels = LABEL.matcher(metrics);
        while (labels.find()) {
            // the issuer's key, of which there is one in many years, and where the data are
            if (!Set.of("issuer", "path").contains(labels.group(1))
                    && PERSONAL.matcher(labels.group(2)).find()) {
                odd.add(labels.group());
            }
        }

        assertThat(odd).isEmpty();
        assertThat(metrics.lines().filter(line -> !line.startsWith("#")).count())
                .isLessThan(3_000);
    }

    @Test
    void metricsTellOfTheLife() {
        assertThat(metrics())
                .contains(
                        "shomei_events_total{event=\"CertificateIssued\"} 1.0",
                        "shomei_events_total{event=\"CertificateRevoked\"} 1.0",
                        "shomei_commands_seconds_count{command=\"DownloadPkcs12\",outcome=\"DOWNLOAD_REFUSED\"} 1",
                        "code=\"DOWNLOAD_REFUSED\"",
                        "shomei_dead_letters{group=\"mail\",kind=\"reaction\"} 0.0",
                        "shomei_read_model_behind_events{model=\"certificate-status\"}",
                        "shomei_reaction_behind_seconds{group=\"notice-preparation\"}",
                        "shomei_issuing_key_up 1.0",
                        "shomei_crl_remaining_seconds{issuer=\"",
                        "shomei_ocsp_answers_total{status=\"good\"}",
                        "shomei_event_append_seconds_count",
                        "shomei_daily_run_complete",
                        "shomei_backup_age_seconds",
                        "disk_free_bytes{path=\"" + scratch.resolve("data") + "\"}",
                        "disk_free_bytes{path=\"" + scratch.resolve("kept") + "\"}");
    }

    @Test
    void metricsAreForOperatorsAndMonitorsAlone() {
        shomei.get("monitor", "/actuator/prometheus").expect(200);
        shomei.get("operator", "/actuator/prometheus").expect(200);
        shomei.get("officer", "/actuator/prometheus").expect(403);
        shomei.get(null, "/actuator/prometheus").expect(401);
        shomei.get("monitor", "/api/v1/dead-letters").expect(403);
    }

    @Test
    void nothingWaitsAndNothingWasSkipped() {
        assertThat(shomei.get("operator", "/api/v1/dead-letters")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(shomei.get("auditor", "/api/v1/skipped-events?aggregate=" + requestId)
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    private static boolean isOfAReadModel(Span span) {
        return span.getAttributesList().stream()
                .anyMatch(attribute -> attribute.getKey().equals("shomei.group")
                        && attribute.getValue().getStringValue().startsWith("certificate-status."));
    }

    private static List<String> texts(Span span) {
        return span.getAttributesList().stream()
                .map(attribute -> attribute.getValue().getStringValue())
                .toList();
    }

    private static String metrics() {
        return shomei.get("monitor", "/actuator/prometheus").expect(200).text();
    }

    private static String apply() {
        Map<String, Object> application = Clinic.application(Clinic.NAME);
        application.put("contactName", NAME);
        application.put("phone", PHONE);
        application.put("email", EMAIL);
        application.put("terminalName", TERMINAL);
        return shomei.post("institution", "/api/v1/applications", application)
                .expect(201)
                .json()
                .get("requestId")
                .asString();
    }

    private static RunningShomei.Answer download(String reference) {
        return shomei.post(
                null, "/download/p12", Map.of("requestId", requestId, "referenceId", reference, "password", PASSWORD));
    }

    private static String certificate(String what) {
        return "/api/v1/certificates/" + requestId + what;
    }

    private static void clock(String day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T09:00:00+09:00"))
                .expect(200);
    }
}
