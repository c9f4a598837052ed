package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.Orders;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingAuthorityTest {

    private static final KeyPair KEYS = TestAuthority.PROFILES.named("rsa-2048").generateKeyPair(TestAuthority.RANDOM);

    private final CertificateAuthority authority = TestAuthority.authority();
    private final byte[] toBeSigned = toBeSigned();

    @Test
    void signsExactlyTheBytesThatWereLinted() throws Exception {
        X509Certificate certificate = Certificates.read(authority.sign(linted()));
        assertThat(certificate.getTBSCertificate()).isEqualTo(toBeSigned);
        certificate.verify(authority.issuing().getPublicKey());
    }

    @Test
    void fillsInWhatTheOrderSays() {
        X509Certificate certificate = Certificates.read(authority.sign(linted()));
        assertThat(certificate.getSubjectX500Principal().getName())
                .isEqualTo("CN=0110214822,O=Medical Billing Authority,C=JP");
        assertThat(certificate.getNotBefore()).isEqualTo(Instant.parse("2021-03-09T15:00:00Z"));
        assertThat(certificate.getNotAfter()).isEqualTo(Instant.parse("2024-06-10T14:59:59Z"));
        assertThat(certificate.getPublicKey()).isEqualTo(KEYS.getPublic());
    }

    @Test
    void signsOnceForOneProof() {
        Linted linted = linted();
        authority.sign(linted);
        assertThatThrownBy(() -> authority.sign(linted)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void handsOutNothingThatDoesNotVerify() {
        AuthorityKey other = AuthorityKey.inProcess(KEYS.getPrivate(), SigningAlgorithm.RSA_WITH_SHA_256);
        CertificateAuthority broken = new RollingAuthority(
                authority.root(),
                List.of(new Issuer(authority.issuing(), other, "here")),
                MovableClock.at(TestAuthority.DAY));
        assertThatThrownBy(() -> broken.sign(linted())).isInstanceOf(SigningFailed.class);
    }

    @Test
    void makesChainsThatOpensslVerifies(@TempDir Path directory) throws Exception {
        X509Certificate certificate = Certificates.read(authority.sign(linted()));
        Files.writeString(directory.resolve("root.pem"), Certificates.pem(List.of(authority.root())));
        Files.writeString(directory.resolve("issuing.pem"), Certificates.pem(List.of(authority.issuing())));
        Files.writeString(directory.resolve("holder.pem"), Certificates.pem(List.of(certificate)));
        // openssl counts the second of notAfter itself as too late
        long lastSecond = Instant.parse("2024-06-10T14:59:58Z").getEpochSecond();
        assertThat(Openssl.run(
                        directory,
                        "verify",
                        "-x509_strict",
                        "-purpose",
                        "sslclient",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuing.pem",
                        "-attime",
                        String.valueOf(lastSecond),
                        "holder.pem"))
                .contains("holder.pem: OK");
    }

    @Test
    void showsItsOwnCertificates() {
        AuthorityCertificatesView view =
                new AuthorityCertificatesQueryHandler(authority).handle(new FindAuthorityCertificates());
        assertThat(Certificates.read(Base64.getDecoder().decode(view.root()))).isEqualTo(authority.root());
        assertThat(Certificates.read(Base64.getDecoder().decode(view.issuing())))
                .isEqualTo(authority.issuing());
    }

    private Linted linted() {
        return TestAuthority.linter().lint(toBeSigned);
    }

    private static byte[] toBeSigned() {
        SigningDrafts drafts =
                new SigningDrafts(TestAuthority.PROFILES, TestAuthority.template(), TestAuthority.RANDOM);
        return Base64.getDecoder()
                .decode(drafts.draft(Orders.fresh(), HolderKey.madeHere(KEYS.getPublic()))
                        .signing()
                        .toBeSigned());
    }
}
