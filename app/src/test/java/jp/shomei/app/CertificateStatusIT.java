package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running system tells the world of its certificates, as openssl and Java understand it. */
class CertificateStatusIT {

    @TempDir
    Path scratch;

    private RunningShomei shomei;

    @BeforeEach
    void start() {
        shomei = RunningShomei.start(
                scratch.resolve("data"), RunningShomei.DEFAULT_AUTHORITY, "--shomei.clock=2021-03-10T09:00:00+09:00");
    }

    @AfterEach
    void stop() throws InterruptedException {
        shomei.close();
    }

    @Test
    void publishesARevocationListFromTheStartAndANewOneEveryDay() throws Exception {
        X509CRL first = list("/ca/issuing.crl");
        assertThat(first.getThisUpdate().toInstant()).isBetween("2021-03-10T00:00:00Z", "2021-03-10T00:05:00Z");
        assertThat(Duration.between(
                        first.getThisUpdate().toInstant(), first.getNextUpdate().toInstant()))
                .isEqualTo(Duration.ofHours(72));

        shomei.post("operator", "/api/v1/clock", Map.of("now", "2021-03-20T09:00:00+09:00"))
                .expect(200);

        X509CRL later = list("/ca/issuing.crl");
        assertThat(later.getThisUpdate().toInstant()).isAfterOrEqualTo("2021-03-19T15:00:00Z");
        assertThat(number(later)).isGreaterThan(number(first));
    }

    @Test
    void numbersGoOnAfterAKill() throws Exception {
        long before = number(list("/ca/issuing.crl"));
        shomei.kill();
        shomei = RunningShomei.start(scratch.resolve("data"), "--shomei.clock=2021-03-11T09:00:00+09:00");
        assertThat(number(list("/ca/issuing.crl"))).isGreaterThan(before);
    }

    @Test
    void aDownloadedCertificateNamesItsListItsIssuerAndItsResponderWhichAnswersThatItIsGood() throws Exception {
        Files.writeString(scratch.resolve("holder.pem"), download());
        String text = openssl("x509", "-in", "holder.pem", "-noout", "-text");
        String issuer = text.substring(text.indexOf("/ca/crl/") + 8, text.indexOf(".crl"));
        assertThat(text)
                .contains("OCSP - URI:http://localhost:", "/ocsp", "CA Issuers - URI:http://localhost:")
                .contains("/ca/crt/" + issuer + ".crt");
        assertThat(shomei.get(null, "/ca/crt/" + issuer + ".crt").expect(200).bytes())
                .isEqualTo(shomei.get(null, "/ca/issuing.crt").expect(200).bytes());
        assertThat(list("/ca/crl/" + issuer + ".crl")).isEqualTo(list("/ca/issuing.crl"));

        Files.write(
                scratch.resolve("issuing.crt"),
                shomei.get(null, "/ca/issuing.crt").expect(200).bytes());
        Files.write(
                scratch.resolve("root.crt"),
                shomei.get(null, "/ca/root.crt").expect(200).bytes());
        openssl("x509", "-in", "issuing.crt", "-out", "issuing.pem");
        openssl("x509", "-in", "root.crt", "-out", "root.pem");
        openssl("ocsp", "-issuer", "issuing.pem", "-cert", "holder.pem", "-no_nonce", "-reqout", "request.der");
        byte[] request = Files.readAllBytes(scratch.resolve("request.der"));
        Await.until(() -> says(ask(post(request)), "holder.pem: good"));
        String base64 = Base64.getEncoder().encodeToString(request);
        HttpResponse<byte[]> answer = ask(HttpRequest.newBuilder(URI.create(
                        shomei.address() + "/ocsp/" + base64.replace("+", "%2B").replace("=", "%3D")))
                .build());
        assertThat(says(answer, "holder.pem: good")).isTrue();
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(kept -> assertThat(kept).startsWith("max-age="));
    }

    private HttpRequest post(byte[] request) {
        return HttpRequest.newBuilder(URI.create(shomei.address() + "/ocsp"))
                .header("Content-Type", "application/ocsp-request")
                .POST(BodyPublishers.ofByteArray(request))
                .build();
    }

    private HttpResponse<byte[]> ask(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private boolean says(HttpResponse<byte[]> answer, String sentence) {
        try {
            assertThat(answer.statusCode()).isEqualTo(200);
            Files.write(scratch.resolve("response.der"), answer.body());
            String read = openssl(
                    "ocsp",
                    "-issuer",
                    "issuing.pem",
                    "-cert",
                    "holder.pem",
                    "-no_nonce",
                    "-reqin",
                    "request.der",
                    "-respin",
                    "response.der",
                    "-CAfile",
                    "root.pem",
                    "-verify_other",
                    "issuing.pem",
                    "-attime",
                    "1615345200",
                    "-validity_period",
                    "1000000000");
            assertThat(read).contains("Response verify OK");
            return read.contains(sentence);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private String download() throws Exception {
        Clinic.register(shomei);
        String requestId = Clinic.apply(shomei, Clinic.NAME);
        String reference = Await.value(() -> shomei.get("mailroom", "/api/v1/notices?dispatchOn=2021-03-11")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .findFirst()
                .map(notice -> notice.get("noticeId").asString())
                .orElse(null));
        String referenceId = shomei.get("mailroom", "/api/v1/notices/" + reference)
                .expect(200)
                .json()
                .get("boxes")
                .get(0)
                .get("referenceId")
                .asString();
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "holder.key");
        openssl("req", "-new", "-key", "holder.key", "-subj", "/CN=x", "-out", "holder.csr");
        return shomei.post(
                        null,
                        "/download/csr",
                        Map.of(
                                "requestId",
                                requestId,
                                "referenceId",
                                referenceId,
                                "csr",
                                Files.readString(scratch.resolve("holder.csr"))))
                .expect(200)
                .text();
    }

    private X509CRL list(String path) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(
                        shomei.get(null, path).expect(200).bytes()));
    }

    private static long number(X509CRL list) {
        byte[] extension = list.getExtensionValue("2.5.29.20");
        return extension[extension.length - 1];
    }

    private String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
