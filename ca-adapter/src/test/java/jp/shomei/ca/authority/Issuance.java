package jp.shomei.ca.authority;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.Base64;
import jp.shomei.ca.Orders;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.x509.Certificates;

/** Issues certificates as the signing does, without the commands. */
public final class Issuance {

    private static final KeyPair KEYS = TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);

    private Issuance() {}

    public static X509Certificate of(CertificateAuthority authority, LocalDate issuedOn) {
        return sign(authority, draft(authority, issuedOn));
    }

    public static byte[] draft(CertificateAuthority authority, LocalDate issuedOn) {
        return draft(authority, issuedOn, KEYS);
    }

    public static byte[] draft(CertificateAuthority authority, LocalDate issuedOn, KeyPair keys) {
        SigningDrafts drafts = new SigningDrafts(
                TestAuthority.PROFILES,
                new CertificateTemplate(authority, TestAuthority.ORGANIZATION, TestAuthority.ADDRESSES),
                TestAuthority.RANDOM);
        return Base64.getDecoder()
                .decode(drafts.draft(Orders.issuedOn(issuedOn), HolderKey.madeHere(keys.getPublic()))
                        .signing()
                        .toBeSigned());
    }

    public static X509Certificate sign(CertificateAuthority authority, byte[] drafted) {
        Linter linter = new Linter(
                TestAuthority.PROFILES, authority::issuers, TestAuthority.ORGANIZATION, TestAuthority.ADDRESSES);
        return Certificates.read(authority.sign(linter.lint(drafted)));
    }
}
