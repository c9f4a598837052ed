package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.secret.SecretUnusable;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorityStartTest {

    private final Path temporary;
    private final DataSource database = TestAuthority.memoryDatabase();

    AuthorityStartTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Nested
    class FirstStart {

        private final X509Certificate root = TestAuthority.authority().root();
        private final X509Certificate issuing = TestAuthority.authority().issuing();

        @Test
        void makesARootForThirtyYears() {
            assertThat(root.getSubjectX500Principal().getName())
                    .isEqualTo("CN=Online Billing NW Common Root CA,O=Medical Billing Authority,C=JP");
            assertThat(root.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
            assertThat(root.getNotBefore()).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
            assertThat(root.getNotAfter()).isEqualTo(Instant.parse("2051-03-09T14:59:59Z"));
        }

        @Test
        void makesAnIssuingAuthorityForFifteenYears() throws Exception {
            issuing.verify(root.getPublicKey());
            assertThat(issuing.getSubjectX500Principal().getName())
                    .isEqualTo("CN=Online Billing NW Common Issuing CA G1,O=Medical Billing Authority,C=JP");
            assertThat(issuing.getNotBefore()).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
            assertThat(issuing.getNotAfter()).isEqualTo(Instant.parse("2036-03-09T14:59:59Z"));
        }

        @Test
        void makesKeysOf3072BitsAndSignsWithSha256() {
            for (X509Certificate certificate : new X509Certificate[] {root, issuing}) {
                assertThat(((RSAPublicKey) certificate.getPublicKey())
                                .getModulus()
                                .bitLength())
                        .isEqualTo(3072);
                assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
            }
        }

        @Test
        void saysWhatTheAuthoritiesMayDo() {
            X509CertificateHolder structure = Certificates.structure(issuing);
            assertThat(BasicConstraints.fromExtensions(structure.getExtensions())
                            .isCA())
                    .isTrue();
            assertThat(issuing.getBasicConstraints()).isZero();
            assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
            assertThat(KeyUsage.fromExtensions(structure.getExtensions()))
                    .isEqualTo(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            assertThat(issuing.getCriticalExtensionOIDs())
                    .containsExactlyInAnyOrder(Extension.basicConstraints.getId(), Extension.keyUsage.getId());
            assertThat(AuthorityKeyIdentifier.fromExtensions(structure.getExtensions())
                            .getKeyIdentifierOctets())
                    .isEqualTo(SubjectKeyIdentifier.fromExtensions(
                                    Certificates.structure(root).getExtensions())
                            .getKeyIdentifier());
        }

        @Test
        void keepsEveryFileFromOthers() throws Exception {
            assertThat(Files.getPosixFilePermissions(TestAuthority.place()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            for (AuthorityFile file : AuthorityFile.values()) {
                assertThat(Files.getPosixFilePermissions(TestAuthority.place().resolve(file.fileName())))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }

        @Test
        void leavesKeyStoresThatOpensslReads() throws Exception {
            String password = Files.readString(TestAuthority.place().resolve("key-store.password"));
            String info = Openssl.run(
                    TestAuthority.place(),
                    "pkcs12",
                    "-info",
                    "-nokeys",
                    "-in",
                    "issuing.p12",
                    "-passin",
                    "pass:" + password);
            assertThat(info).contains("PBES2, PBKDF2, AES-256-CBC", "MAC: sha256");
        }

        @Test
        void beginsAnewAfterAFirstStartThatWasKilled() throws Exception {
            Path place = temporary.resolve("ca");
            Path leftover = Files.createDirectory(temporary.resolve("ca.being-made"));
            Files.writeString(leftover.resolve("root.p12"), "half a key store");
            AuthorityStart start = TestAuthority.start(database);

            SecretDirectory made = start.directory(place, TestAuthority.ORGANIZATION);

            assertThat(start.authority(made).root()).isNotNull();
            assertThat(leftover).doesNotExist();
        }

        @Test
        void leavesNothingBehindWhenItFailsHalfway() {
            Path place = temporary.resolve("ca");
            assertThatThrownBy(() -> SecretDirectory.make(place, empty -> {
                        empty.write("root.p12", new byte[1]);
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessage("killed");
            assertThat(SecretDirectory.isAbsent(place)).isTrue();
        }
    }

    @Nested
    class LaterStart {

        private final Path place = temporary.resolve("ca");

        @BeforeEach
        void copyAnAuthority() {
            SecretDirectory.make(place, empty -> {
                for (AuthorityFile file : AuthorityFile.values()) {
                    empty.write(file.fileName(), TestAuthority.directory().read(file.fileName()));
                }
            });
        }

        @Test
        void findsTheSameAuthority() {
            assertThat(open().issuing()).isEqualTo(TestAuthority.authority().issuing());
            assertThat(open().root()).isEqualTo(TestAuthority.authority().root());
        }

        @Test
        void refusesToMakeANewAuthorityInPlaceOfALostOne() throws Exception {
            open();
            Path elsewhere = temporary.resolve("lost");
            assertThatThrownBy(() -> TestAuthority.start(database).directory(elsewhere, TestAuthority.ORGANIZATION))
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("are missing; restore them from the backup");
            assertThat(elsewhere).doesNotExist();
        }

        @Test
        void refusesAnAuthorityThatHasNotSignedTheHistory() {
            new AuthorityRegister(database).remember("0".repeat(64));
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("is not the one this system has signed with before");
        }

        @Test
        void refusesToStartWithoutAKeyStore() throws Exception {
            Files.delete(place.resolve("issuing.p12"));
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageEndingWith("issuing.p12 is missing");
        }

        @Test
        void refusesAnUnreadableKeyStore() throws Exception {
            Files.writeString(place.resolve("root.p12"), "not a key store");
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageEndingWith("root.p12 is not a PKCS#12 key store");
        }

        @Test
        void refusesAWrongPassword() throws Exception {
            Files.writeString(place.resolve("key-store.password"), "wrong");
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("does not open")
                    .hasMessageNotContaining("wrong");
        }

        @Test
        void refusesFilesThatOthersMayRead() throws Exception {
            Files.setPosixFilePermissions(place.resolve("issuing.p12"), PosixFilePermissions.fromString("rw-r-----"));
            assertThatThrownBy(this::open)
                    .isInstanceOf(SecretUnusable.class)
                    .hasMessageContaining("others than its owner may read");
        }

        @Test
        void refusesADirectoryThatOthersMayList() throws Exception {
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
            assertThatThrownBy(this::open)
                    .isInstanceOf(SecretUnusable.class)
                    .hasMessageContaining("others than its owner may read");
        }

        @Test
        void refusesAnotherSecretThanBefore() throws Exception {
            open();
            Files.write(place.resolve("reference-id.key"), new byte[32]);
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("reference-id.key is not the one this system has worked with before");
        }

        @Test
        void refusesAnExpiredIssuer() {
            MovableClock clock = MovableClock.at(TestAuthority.DAY);
            clock.advance(Duration.ofDays(15 * 366));
            assertThatThrownBy(() -> open(clock))
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("the issuing certificate expired at 2036-03-09T14:59:59Z");
        }

        @Test
        void refusesAnIssuerOfTheFuture() {
            MovableClock clock = MovableClock.at(TestAuthority.DAY.minusDays(1));
            assertThatThrownBy(() -> open(clock))
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("begins only at 2021-03-09T15:00:00Z");
        }

        @Test
        void refusesAnIssuerThatTheRootDidNotSign() throws Exception {
            SecretDirectory other = TestAuthority.start(TestAuthority.memoryDatabase())
                    .directory(temporary.resolve("other"), TestAuthority.ORGANIZATION);
            AuthorityKeyStore otherRoot = AuthorityKeyStore.read(other, AuthorityFile.ROOT.fileName());
            store(AuthorityFile.ROOT, otherRoot.key(), otherRoot.certificate());
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessage("the issuing certificate is not signed by the root");
        }

        @Test
        void refusesAKeyThatDoesNotBelongToTheIssuer() throws Exception {
            AuthorityKeyStore root = AuthorityKeyStore.read(TestAuthority.directory(), AuthorityFile.ROOT.fileName());
            store(AuthorityFile.ISSUING, root.key(), TestAuthority.authority().issuing(), root.certificate());
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessage("the issuing key cannot be used: issuing.p12 holds another key than the certificate's");
        }

        @Test
        void refusesAnIssuerThatIsNoAuthority() throws Exception {
            AuthorityKeyStore root = AuthorityKeyStore.read(TestAuthority.directory(), AuthorityFile.ROOT.fileName());
            store(AuthorityFile.ISSUING, root.key(), holderSignedByRoot(root));
            assertThatThrownBy(this::open)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessage("root and issuing certificate must be those of authorities");
        }

        private X509Certificate holderSignedByRoot(AuthorityKeyStore root) throws Exception {
            X509CertificateHolder structure = Certificates.structure(root.certificate());
            SubjectPublicKeyInfo key = structure.getSubjectPublicKeyInfo();
            SigningAlgorithm algorithm = SigningAlgorithm.RSA_WITH_SHA_256;
            return new AuthorityCertificate(
                            structure.getSubject(), key, TestAuthority.DAY, 1, new BasicConstraints(false))
                    .signedBy(
                            structure.getSubject(),
                            key,
                            new AuthoritySigner(AuthorityKey.inProcess(root.key(), algorithm), algorithm),
                            TestAuthority.RANDOM);
        }

        private CertificateAuthority open() {
            return open(MovableClock.at(TestAuthority.DAY));
        }

        private CertificateAuthority open(MovableClock clock) {
            AuthorityStart start = new AuthorityStart(new AuthorityRegister(database), clock, TestAuthority.RANDOM);
            return start.authority(start.directory(place, TestAuthority.ORGANIZATION));
        }

        private void store(AuthorityFile file, PrivateKey key, Certificate... chain) throws Exception {
            char[] password =
                    Files.readString(place.resolve("key-store.password")).toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load((InputStream) null, password);
            store.setKeyEntry("authority", key, password, chain);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            store.store(content, password);
            Files.write(place.resolve(file.fileName()), content.toByteArray());
        }
    }
}
