package jp.shomei.ca.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.authority.AuthorityRegister;
import jp.shomei.ca.authority.AuthorityStart;
import jp.shomei.ca.authority.AuthorityUnusable;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.Issuance;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.token.SoftHsm;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeremonyTest {

    private static final String FIRST_DAY = "2021-03-10";

    private final DataSource database = TestAuthority.memoryDatabase();
    private final CeremonyRun ceremony;

    CeremonyTest(@TempDir Path place) {
        this.ceremony = new CeremonyRun(place);
    }

    @ParameterizedTest
    @CsvSource({"rsa-3072, ec-p384", "ec-p384, rsa-3072", "ml-dsa-65, ml-dsa-65"})
    void makesAnAuthorityWhoseRootStaysAway(String root, String issuing) {
        ceremony.makeRoot(root);
        ceremony.roll("first", issuing, FIRST_DAY);

        CertificateAuthority authority = start();

        X509Certificate holder = Issuance.of(authority, TestAuthority.DAY);
        List<X509Certificate> chain = authority.chainOf(holder);
        assertThat(chain).containsExactly(holder, authority.issuing(), authority.root());
        assertThat(Certificates.isSignedBy(authority.issuing(), authority.root()))
                .isTrue();
        assertThat(authority.issuing().getBasicConstraints()).isZero();
        assertThat(Files.exists(ceremony.authority().resolve("root.p12"))).isFalse();
        assertThat(authority.issuing().getSubjectX500Principal().getName())
                .isEqualTo("CN=Online Billing NW Common Issuing CA G1,O=Online Billing NW Common,C=JP");
    }

    @Test
    void saysWhatIsThere() {
        ceremony.makeRoot("ec-p384");
        ceremony.roll("first", "ec-p384", FIRST_DAY);
        ceremony.done("request", "--data", data(), "--out", file("second.csr"), "--algorithm", "ec-p384");

        assertThat(ceremony.done("show", "--data", data()))
                .contains("Root, its key is offline, root.crt")
                .contains("Issuing, its key is in the key store, issuing.p12")
                .contains("from 2021-03-10 to 2036-03-09")
                .contains("Waits for its certificate, its key is in the key store, issuing-2.pending.p12");
    }

    @Nested
    class Rollover {

        private final CertificateAuthority before;
        private final X509Certificate oldHolder;

        Rollover() {
            ceremony.makeRoot("ec-p384");
            ceremony.roll("first", "ec-p384", FIRST_DAY);
            before = start();
            oldHolder = Issuance.of(before, TestAuthority.DAY);
            ceremony.roll("second", "rsa-3072", FIRST_DAY);
        }

        @Test
        void signsUnderTheNewestAndChainsTheOldUnderTheOld() {
            CertificateAuthority after = start();
            X509Certificate newHolder = Issuance.of(after, TestAuthority.DAY);

            assertThat(after.issuing().getSubjectX500Principal().getName())
                    .contains("Issuing CA G2,O=Medical Authority");
            assertThat(after.issuers()).containsExactly(after.issuing(), before.issuing());
            assertThat(after.chainOf(newHolder)).containsExactly(newHolder, after.issuing(), after.root());
            assertThat(after.chainOf(oldHolder)).containsExactly(oldHolder, before.issuing(), after.root());
        }

        @Test
        void signsWhatWasDraftedBefore() {
            byte[] drafted = Issuance.draft(before, TestAuthority.DAY);
            CertificateAuthority after = start();

            X509Certificate finished = Issuance.sign(after, drafted);

            assertThat(Certificates.isSignedBy(finished, before.issuing())).isTrue();
        }

        @Test
        void makesChainsThatOpensslVerifies() throws Exception {
            CertificateAuthority after = start();
            X509Certificate newHolder = Issuance.of(after, TestAuthority.DAY);
            Path desk = ceremony.file("");
            Files.writeString(desk.resolve("anchor.pem"), Certificates.pem(List.of(after.root())));
            for (X509Certificate holder : List.of(oldHolder, newHolder)) {
                List<X509Certificate> chain = after.chainOf(holder);
                String name = chain.get(1).equals(before.issuing()) ? "old" : "new";
                Files.writeString(desk.resolve(name + "-holder.pem"), Certificates.pem(List.of(holder)));
                Files.writeString(desk.resolve(name + "-issuing.pem"), Certificates.pem(List.of(chain.get(1))));
                assertThat(Openssl.run(
                                desk,
                                "verify",
                                "-x509_strict",
                                "-purpose",
                                "sslclient",
                                "-attime",
                                "1620000000",
                                "-CAfile",
                                "anchor.pem",
                                "-untrusted",
                                name + "-issuing.pem",
                                name + "-holder.pem"))
                        .contains(name + "-holder.pem: OK");
            }
        }

        @Test
        void noticesThatTheOldKeyIsLost() throws Exception {
            start();
            Files.delete(ceremony.authority().resolve("issuing.p12"));
            assertThatThrownBy(CeremonyTest.this::start)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("is missing; restore it from the backup");
        }

        @Test
        void noticesThatTheNewKeyIsLost() throws Exception {
            start();
            Files.delete(ceremony.authority().resolve("issuing-2.p12"));
            assertThatThrownBy(CeremonyTest.this::start)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("is missing; restore it from the backup");
        }
    }

    @Test
    void issuesUnderTheOlderWhatWasIssuedBeforeTheNewerBegan() {
        ceremony.makeRoot("ec-p384");
        ceremony.roll("first", "ec-p384", FIRST_DAY);
        CertificateAuthority before = start();
        ceremony.roll("second", "ec-p384", "2021-04-01");

        var clock = MovableClock.at(TestAuthority.DAY);
        CertificateAuthority after = start(clock, null);
        assertThat(after.issuing()).isEqualTo(before.issuing());
        clock.advance(Duration.ofDays(40));

        assertThat(after.issuing()).isNotEqualTo(before.issuing());
        X509Certificate late = Issuance.of(after, TestAuthority.DAY);
        assertThat(Certificates.isSignedBy(late, before.issuing())).isTrue();
        X509Certificate fresh = Issuance.of(after, TestAuthority.DAY.plusDays(40));
        assertThat(Certificates.isSignedBy(fresh, after.issuing())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"rsa-3072", "ec-p384"})
    void makesTheIssuingKeyOnAToken(String algorithm) throws Exception {
        SoftHsm hsm = SoftHsm.insert();
        ceremony.makeRoot("ec-p384");
        ceremony.roll("first", algorithm, FIRST_DAY, hsm.settings());
        assertThat(Files.readString(ceremony.authority().resolve("issuing.crt")))
                .contains("BEGIN CERTIFICATE");
        assertThat(ceremony.authority().resolve("issuing.p12")).doesNotExist();

        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            CertificateAuthority authority = start(MovableClock.at(TestAuthority.DAY), token);
            X509Certificate holder = Issuance.of(authority, TestAuthority.DAY);
            assertThat(Certificates.isSignedBy(holder, authority.issuing())).isTrue();
        }
        assertThatThrownBy(this::start)
                .isInstanceOf(AuthorityUnusable.class)
                .hasMessageContaining("is on a hardware token, and none is configured");
    }

    @Test
    void rollsANewcomersAuthorityOverFromAKeyStoreToAToken() throws Exception {
        SoftHsm hsm = SoftHsm.insert();
        CertificateAuthority before = start();
        ceremony.done(
                "request",
                "--data",
                data(),
                "--out",
                file("t.csr"),
                "--token-library",
                SoftHsm.library().toString(),
                "--token-label",
                hsm.label(),
                "--token-pin-file",
                hsm.pinFile().toString());
        ceremony.done(
                "sign", "--root", ceremony.authority().toString(), "--request", file("t.csr"), "--out", file("t.pem"));
        ceremony.done(
                "install",
                "--data",
                data(),
                "--certificate",
                file("t.pem"),
                "--token-library",
                SoftHsm.library().toString(),
                "--token-label",
                hsm.label(),
                "--token-pin-file",
                hsm.pinFile().toString());

        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            CertificateAuthority after = start(MovableClock.at(TestAuthority.DAY), token);
            assertThat(after.issuers()).containsExactly(after.issuing(), before.issuing());
            assertThat(Certificates.isSignedBy(Issuance.of(after, TestAuthority.DAY), after.issuing()))
                    .isTrue();
        }
    }

    @Nested
    class Refusals {

        @Test
        void overwritesNoRoot() {
            ceremony.makeRoot("ec-p384");
            assertThat(ceremony.refused("root", "--directory", ceremony.root.toString())
                            .err())
                    .contains("overwrites nothing");
        }

        @Test
        void overwritesNoFile() throws Exception {
            Files.writeString(ceremony.file("first.csr"), "something");
            assertThat(ceremony.refused("request", "--data", data(), "--out", file("first.csr"))
                            .err())
                    .contains("nothing is overwritten");
            assertThat(ceremony.authority()).doesNotExist();
        }

        @Test
        void takesNoSecondRequestWhileOneWaits() {
            ceremony.done("request", "--data", data(), "--out", file("a.csr"), "--algorithm", "ec-p384");
            assertThat(ceremony.refused("request", "--data", data(), "--out", file("b.csr"))
                            .err())
                    .contains("waits for its certificate already");
        }

        @Test
        void installsNoCertificateOfAnotherKey() {
            ceremony.makeRoot("ec-p384");
            ceremony.done("request", "--data", data(), "--out", file("a.csr"), "--algorithm", "ec-p384");
            ceremony.done(
                    "request",
                    "--data",
                    ceremony.file("other").toString(),
                    "--out",
                    file("b.csr"),
                    "--algorithm",
                    "ec-p384");
            ceremony.sign("b", FIRST_DAY);
            assertThat(ceremony.refused("install", "--data", data(), "--certificate", file("b.pem"))
                            .err())
                    .contains("not for the key that waits here");
        }

        @Test
        void installsNothingThatAnotherRootSigned() {
            ceremony.makeRoot("ec-p384");
            ceremony.roll("first", "ec-p384", FIRST_DAY);
            ceremony.done("request", "--data", data(), "--out", file("b.csr"), "--algorithm", "ec-p384");
            String stranger = ceremony.file("stranger").toString();
            ceremony.done(
                    "root", "--directory", stranger, "--algorithm", "ec-p384", "--organization", "Medical Authority");
            ceremony.done("sign", "--root", stranger, "--request", file("b.csr"), "--out", file("b.pem"));
            assertThat(ceremony.refused("install", "--data", data(), "--certificate", file("b.pem"))
                            .err())
                    .contains("another root");
        }

        @Test
        void installsNothingTwice() {
            ceremony.makeRoot("ec-p384");
            ceremony.roll("first", "ec-p384", FIRST_DAY);
            assertThat(ceremony.refused("install", "--data", data(), "--certificate", file("first.pem"))
                            .err())
                    .contains("no issuing key waits");
        }

        @Test
        void signsNothingThatOutlivesTheRoot() {
            ceremony.done("root", "--directory", ceremony.root.toString(), "--algorithm", "ec-p384", "--years", "10");
            ceremony.done("request", "--data", data(), "--out", file("a.csr"), "--algorithm", "ec-p384");
            assertThat(ceremony.refused(
                                    "sign",
                                    "--root",
                                    ceremony.root.toString(),
                                    "--request",
                                    file("a.csr"),
                                    "--out",
                                    file("a.pem"))
                            .err())
                    .contains("outside the validity of the root");
            assertThat(ceremony.file("a.pem")).doesNotExist();
        }

        @Test
        void signsNoWeakKey() throws Exception {
            ceremony.makeRoot("ec-p384");
            Openssl.run(
                    ceremony.file(""),
                    "req",
                    "-new",
                    "-newkey",
                    "rsa:1024",
                    "-noenc",
                    "-keyout",
                    "weak.key",
                    "-subj",
                    "/C=JP/O=x/CN=y",
                    "-out",
                    "weak.csr");
            assertThat(ceremony.refused(
                                    "sign",
                                    "--root",
                                    ceremony.root.toString(),
                                    "--request",
                                    file("weak.csr"),
                                    "--out",
                                    file("weak.pem"))
                            .err())
                    .contains("no authority may have a key of this kind or size");
        }

        @Test
        void signsNoRequestThatAnotherKeySigned() throws Exception {
            ceremony.makeRoot("ec-p384");
            KeyPair claimed = AuthorityAlgorithm.EC_P384.generate(TestAuthority.RANDOM);
            KeyPair other = AuthorityAlgorithm.EC_P384.generate(TestAuthority.RANDOM);
            String request =
                    Csrs.signed(claimed, new JcaContentSignerBuilder("SHA384withECDSA").build(other.getPrivate()));
            Files.writeString(ceremony.file("a.csr"), request);
            assertThat(ceremony.refused(
                                    "sign",
                                    "--root",
                                    ceremony.root.toString(),
                                    "--request",
                                    file("a.csr"),
                                    "--out",
                                    file("a.pem"))
                            .err())
                    .contains("is not signed by its own key");
        }

        @Test
        void saysWhenItIsInTheWrongDirectory() {
            ceremony.makeRoot("ec-p384");
            assertThat(ceremony.refused("show", "--data", file("nowhere")).err())
                    .contains("there is no authority in");
            assertThat(ceremony.refused("request", "--data", ceremony.root.toString(), "--out", file("a.csr"))
                            .err())
                    .contains("is the root's directory");
            ceremony.done("request", "--data", data(), "--out", file("a.csr"), "--algorithm", "ec-p384");
            assertThat(ceremony.refused(
                                    "sign",
                                    "--root",
                                    ceremony.authority().toString(),
                                    "--request",
                                    file("a.csr"),
                                    "--out",
                                    file("a.pem"))
                            .err())
                    .contains("this is not the root's directory");
        }

        @Test
        void saysWhatItDoesNotUnderstand() {
            assertThat(ceremony.run().err()).contains("Missing required subcommand");
            assertThat(ceremony.run("rooot").status()).isEqualTo(2);
            assertThat(ceremony.done("request", "--help")).contains("--token-pin-file");
            assertThat(ceremony.run("root").err()).contains("Missing required option: '--directory");
            CeremonyRun.Answer answer =
                    ceremony.run("root", "--directory", ceremony.root.toString(), "--algorithm", "rsa-1024");
            assertThat(answer.status()).isEqualTo(2);
            assertThat(answer.err()).contains("only rsa-3072, ec-p384 and ml-dsa-65");
        }

        @Test
        void doesNotStartBeforeTheCertificateIsInstalled() {
            ceremony.done("request", "--data", data(), "--out", file("a.csr"), "--algorithm", "ec-p384");
            assertThatThrownBy(CeremonyTest.this::start)
                    .isInstanceOf(AuthorityUnusable.class)
                    .hasMessageContaining("waits for its certificate");
        }
    }

    private String data() {
        return ceremony.data.toString();
    }

    private String file(String name) {
        return ceremony.file(name).toString();
    }

    private CertificateAuthority start() {
        return start(MovableClock.at(TestAuthority.DAY), null);
    }

    private CertificateAuthority start(MovableClock clock, HardwareToken token) {
        AuthorityStart start = new AuthorityStart(
                new AuthorityRegister(database), AuthorityAlgorithm.RSA_3072, token, clock, TestAuthority.RANDOM);
        return start.authority(start.directory(ceremony.authority(), TestAuthority.ORGANIZATION));
    }
}
