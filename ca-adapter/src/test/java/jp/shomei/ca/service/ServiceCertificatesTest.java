package jp.shomei.ca.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.lint.LintRefused;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class ServiceCertificatesTest {

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register told;
    private final X509Certificate issuer = TestAuthority.authority().issuing();
    private final KeyPair keys = ServiceProfile.TLS_SERVER.profile().generateKeyPair(TestAuthority.RANDOM);
    private final ServiceCertificates certificates;

    ServiceCertificatesTest(TestStore kind) {
        told = Register.in(kind);
        certificates = new ServiceCertificates(
                TestAuthority.authority(),
                told.register,
                told.database,
                TestAuthority.ORGANIZATION,
                TestAuthority.ADDRESSES,
                clock,
                TestAuthority.RANDOM);
    }

    @Test
    void aServerIsCalledByItsHosts(@TempDir Path directory) throws Exception {
        X509Certificate server = server("ca.example.jp", "192.0.2.1");
        assertThat(server.getSubjectAlternativeNames().toString()).isEqualTo("[[2, ca.example.jp], [7, 192.0.2.1]]");
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        Files.writeString(
                directory.resolve("root.pem"),
                Certificates.pem(List.of(TestAuthority.authority().root())));
        Files.writeString(directory.resolve("issuing.pem"), Certificates.pem(List.of(issuer)));
        Files.writeString(directory.resolve("server.pem"), Certificates.pem(List.of(server)));
        String at = String.valueOf(clock.instant().getEpochSecond());
        assertThat(Openssl.run(
                        directory,
                        "verify",
                        "-x509_strict",
                        "-attime",
                        at,
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "ca.example.jp",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuing.pem",
                        "server.pem"))
                .contains("OK");
    }

    @Test
    void isRegisteredAndLastsForTerminalsOfAnyClock() throws Exception {
        X509Certificate server = server("ca.example.jp");
        assertThat(told.register.find(Register.serial(server)).orElseThrow().state())
                .isEqualTo(State.GOOD);
        assertThat(server.getNotBefore().toInstant()).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
        assertThat(server.getNotAfter().toInstant()).isEqualTo(Instant.parse("2031-03-10T14:59:59Z"));
    }

    @Test
    void isNotSignedForAKeyOfAnotherKind() {
        KeyPair rsa = TestAuthority.PROFILES.named("rsa-2048").generateKeyPair(TestAuthority.RANDOM);
        assertRefused(
                new ServiceOrder(ServiceProfile.TLS_SERVER, issuer, rsa.getPublic(), List.of("ca.example.jp")),
                "PublicKeyStrengthLint");
    }

    @Test
    void isNotSignedForAServerWithoutAHost() {
        assertThatThrownBy(() -> server()).isInstanceOf(LintRefused.class).hasMessageContaining("HostNamesLint");
    }

    @Test
    void isNotSignedByAnIssuerThatHasLapsed() {
        clock.advance(Duration.between(clock.instant(), issuer.getNotAfter().toInstant())
                .plusDays(1));
        assertThatThrownBy(() -> server("ca.example.jp")).isInstanceOf(LintRefused.class);
    }

    private void assertRefused(ServiceOrder order, String lint) {
        assertThatThrownBy(() -> certificates.issue(order))
                .isInstanceOf(LintRefused.class)
                .hasMessageContaining(lint);
    }

    private X509Certificate server(String... hosts) {
        return certificates.issue(
                new ServiceOrder(ServiceProfile.TLS_SERVER, issuer, keys.getPublic(), List.of(hosts)));
    }
}
