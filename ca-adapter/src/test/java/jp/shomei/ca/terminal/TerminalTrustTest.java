package jp.shomei.ca.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.sql.DataSource;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.profile.ServiceProfile;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.service.ServiceOrder;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTrustTest {

    private static final LocalDate DAY = TestAuthority.DAY;

    @TempDir
    static java.nio.file.Path scratch;

    private final CertificateAuthority authority = TestAuthority.authority();
    private final MovableClock clock = MovableClock.at(DAY);
    private final DataSource database = TestAuthority.memoryDatabase();
    private final Set<String> good = new HashSet<>();
    private final TerminalTrust trust = new TerminalTrust(authority, register(), clock);
    private final KeyPair keys = Room.holderKeys();
    private final X509Certificate holder = signed(keys);

    @Test
    void acceptsAHoldersCertificateThatIsOnRecord() {
        good.add(serial(holder));
        assertThat(trust.accepts(holder)).isTrue();
    }

    @Test
    void refusesWhatIsRevokedOrNotOnRecord() {
        assertThat(trust.accepts(holder)).isFalse();
    }

    @Test
    void refusesACertificateBeforeAndAfterItsValidityByTheClockHandedIn() {
        good.add(serial(holder));
        clock.advance(Duration.ofDays(365 * 4L));
        assertThat(trust.accepts(holder)).isFalse();
        assertThat(new TerminalTrust(authority, register(), MovableClock.at(DAY.minusDays(2))).accepts(holder))
                .isFalse();
    }

    @Test
    void refusesAForeignCertificateOfTheSameNameAndSerialNumber() throws Exception {
        X509Certificate foreign = Certificates.read(new JcaX509v3CertificateBuilder(
                        X500Name.getInstance(
                                authority.issuing().getSubjectX500Principal().getEncoded()),
                        holder.getSerialNumber(),
                        holder.getNotBefore(),
                        holder.getNotAfter(),
                        X500Name.getInstance(holder.getSubjectX500Principal().getEncoded()),
                        keys.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                .getEncoded());
        good.add(serial(holder));
        assertThat(trust.accepts(foreign)).isFalse();
    }

    @Test
    void refusesTheServersOwnCertificateAndTheAuthoritys() {
        X509Certificate server = certificates()
                .issue(new ServiceOrder(
                        ServiceProfile.TLS_SERVER, authority.issuing(), keys.getPublic(), List.of("localhost")));
        good.add(serial(server));
        good.add(serial(authority.issuing()));
        assertThat(trust.accepts(server)).isFalse();
        assertThat(trust.accepts(authority.issuing())).isFalse();
    }

    @Nested
    class InAHandshake {

        private final TerminalIdentity identity = new TerminalIdentity(
                authority,
                certificates(),
                directory(),
                new ServerNames(List.of("localhost")),
                clock,
                TestAuthority.RANDOM);

        @Test
        void letsAHolderThrough() throws Exception {
            good.add(serial(holder));
            for (String version : List.of("TLSv1.2", "TLSv1.3")) {
                assertThat(presented(version)).as(version).isEqualTo(holder);
            }
        }

        @Test
        void failsForARevokedCertificate() {
            for (String version : List.of("TLSv1.2", "TLSv1.3")) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> presented(version))
                        .as(version)
                        .isInstanceOf(SSLException.class);
            }
        }

        private X509Certificate presented(String version) throws Exception {
            TerminalTls tls = new AuthorityTls(identity, trust);
            assertThat(tls.isReady()).isTrue();
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(
                    new javax.net.ssl.KeyManager[] {tls.keyManager()},
                    new javax.net.ssl.TrustManager[] {tls.trustManager()},
                    null);
            SSLEngine serverSide = server.createSSLEngine();
            serverSide.setUseClientMode(false);
            serverSide.setWantClientAuth(true);
            serverSide.setEnabledProtocols(new String[] {version});
            SSLEngine clientSide = client().createSSLEngine("localhost", 443);
            clientSide.setUseClientMode(true);
            var endpoint = clientSide.getSSLParameters();
            endpoint.setEndpointIdentificationAlgorithm("HTTPS");
            clientSide.setSSLParameters(endpoint);
            Handshake.complete(clientSide, serverSide);
            return (X509Certificate) serverSide.getSession().getPeerCertificates()[0];
        }

        private SSLContext client() throws Exception {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setKeyEntry("own", keys.getPrivate(), new char[0], new X509Certificate[] {holder, authority.issuing()});
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("root", authority.root());
            var managers = javax.net.ssl.KeyManagerFactory.getInstance("NewSunX509");
            managers.init(own, new char[0]);
            var parameters = new java.security.cert.PKIXBuilderParameters(trusted, null);
            parameters.setRevocationEnabled(false);
            parameters.setDate(java.util.Date.from(clock.instant()));
            var trust = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
            trust.init(new javax.net.ssl.CertPathTrustManagerParameters(parameters));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        }
    }

    @Nested
    class TheServersIdentity {

        private final SecretDirectory directory = directory();

        @Test
        void isOfTheAuthorityAndNamesTheServer() throws Exception {
            X509Certificate certificate = certificate(List.of("terminals.example.jp", "192.0.2.7"));
            assertThat(Certificates.isSignedBy(certificate, authority.issuing()))
                    .isTrue();
            assertThat(certificate.getSubjectAlternativeNames())
                    .containsExactlyInAnyOrder(List.of(2, "terminals.example.jp"), List.of(7, "192.0.2.7"));
            assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
            assertThat(certificate.getNotAfter().toInstant())
                    .isEqualTo(java.time.Instant.parse("2031-03-10T14:59:59Z"));
        }

        @Test
        void outlivesARestart() {
            assertThat(certificate(List.of("localhost"))).isEqualTo(certificate(List.of("localhost")));
        }

        @Test
        void isTheSameForAnotherSpellingOfAnAddress() {
            X509Certificate first = certificate(List.of("::1", "localhost"));
            assertThat(certificate(List.of("::1", "localhost"))).isEqualTo(first);
            assertThat(certificate(List.of("localhost", "0:0:0:0:0:0:0:1"))).isEqualTo(first);
            assertThat(certificate(List.of("localhost", "::2"))).isNotEqualTo(first);
        }

        @Test
        void isMadeAnewForOtherNames() {
            assertThat(certificate(List.of("localhost"))).isNotEqualTo(certificate(List.of("localhost", "127.0.0.1")));
        }

        @Test
        void isMadeAnewWhenItNearsItsEndWithoutARestart() {
            TerminalIdentity identity = identity(List.of("localhost"));
            X509Certificate first = shown(identity);
            clock.advance(Duration.ofDays(365 * 9L));
            identity.run(DAY);
            assertThat(shown(identity)).isEqualTo(first);
            clock.advance(Duration.ofDays(350));
            identity.run(DAY);
            assertThat(shown(identity)).isNotEqualTo(first);
        }

        @Test
        void isMadeAnewWhenItsFileIsDamaged() throws Exception {
            X509Certificate first = certificate(List.of("localhost"));
            directory.remove(ServerKeyStore.FILE);
            directory.add(ServerKeyStore.FILE, new byte[] {1, 2, 3});
            assertThat(certificate(List.of("localhost"))).isNotEqualTo(first);
            assertThat(certificate(List.of("localhost"))).isEqualTo(certificate(List.of("localhost")));
        }

        private X509Certificate certificate(List<String> names) {
            return shown(identity(names));
        }

        private TerminalIdentity identity(List<String> names) {
            return new TerminalIdentity(
                    authority, certificates(), directory, new ServerNames(names), clock, TestAuthority.RANDOM);
        }

        private static X509Certificate shown(TerminalIdentity identity) {
            assertThat(identity.isReady()).isTrue();
            return Objects.requireNonNull(((ShownIdentity) identity.keyManager()).getCertificateChain("terminal"))[0];
        }
    }

    private ServiceCertificates certificates() {
        return new ServiceCertificates(
                authority,
                new CertificateRegister(database),
                database,
                TestAuthority.ORGANIZATION,
                TestAuthority.ADDRESSES,
                clock,
                TestAuthority.RANDOM);
    }

    private SecretDirectory directory() {
        return SecretDirectory.make(scratch.resolve(java.util.UUID.randomUUID().toString()), empty -> {
            byte[] password = TestAuthority.directory().read("key-store.password");
            empty.write("key-store.password", password);
        });
    }

    private TerminalRegister register() {
        return new TerminalRegister() {
            @Override
            public boolean isGood(String serialNumber) {
                return good.contains(serialNumber);
            }

            @Override
            public Optional<String> requestIdOf(String serialNumber) {
                return Optional.empty();
            }
        };
    }

    private X509Certificate signed(KeyPair keys) {
        var draft = new SigningDrafts(TestAuthority.PROFILES, TestAuthority.template(), TestAuthority.RANDOM)
                .draft(Orders.fresh(), HolderKey.madeHere(keys.getPublic()));
        byte[] toBeSigned = java.util.Base64.getDecoder().decode(draft.signing().toBeSigned());
        return Certificates.read(authority.sign(TestAuthority.linter().lint(toBeSigned)));
    }

    private static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}
