package jp.shomei.ca;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.status.StatusListener;
import jp.shomei.ca.status.WhenStatusChangesThenRegister;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.teststores.TestStore;

/** The register, told of certificates as the command side tells of them. */
public final class Register {

    public static final String ISSUER =
            KeyIdentifiers.hexOfIssuer(TestAuthority.authority().issuing());

    public final DataSource database;
    public final CertificateRegister register;
    public final List<StatusListener> listeners = new ArrayList<>();
    private final PublicAddresses addresses;
    private final CertificateAuthority authority = TestAuthority.authority();

    private Register(DataSource database, PublicAddresses addresses) {
        this.database = database;
        this.addresses = addresses;
        this.register = new CertificateRegister(database);
    }

    /** An empty one. */
    public static Register empty() {
        return of(TestAuthority.memoryDatabase(), TestAuthority.ADDRESSES);
    }

    /** An empty one in such a database. */
    public static Register in(TestStore store) {
        return of(store.newDatabase(), TestAuthority.ADDRESSES);
    }

    /** One in this database, whose certificates name these addresses. */
    public static Register of(DataSource database, PublicAddresses addresses) {
        return new Register(database, addresses);
    }

    /** The reaction that keeps it. */
    public WhenStatusChangesThenRegister reaction() {
        return new WhenStatusChangesThenRegister(register, () -> ISSUER, listeners, RevocationSteps.UNOBSERVED);
    }

    /** A certificate that is signed and registered. */
    public X509Certificate signed(String requestId) {
        return signed(requestId, Room.holderKeys());
    }

    /** A certificate for this key that is signed and registered. */
    public X509Certificate signed(String requestId, KeyPair keys) {
        X509Certificate certificate = sign(keys);
        reaction().on(signed(requestId, certificate));
        return certificate;
    }

    /** A certificate that nobody registered. */
    public X509Certificate sign(KeyPair keys) {
        return Certificates.read(authority.sign(
                new Linter(TestAuthority.PROFILES, authority::issuers, TestAuthority.ORGANIZATION, addresses)
                        .lint(toBeSigned(keys))));
    }

    /** What would be signed for this key. */
    public byte[] toBeSigned(KeyPair keys) {
        return new CertificateTemplate(authority, TestAuthority.ORGANIZATION, addresses)
                .fill(
                        Orders.fresh(),
                        PublicKeys.of(keys.getPublic()),
                        TestAuthority.PROFILES.named("ec-p256"),
                        SerialNumbers.next(TestAuthority.RANDOM));
    }

    /** The event that tells of a signature. */
    public static CertificateSigned signed(String requestId, X509Certificate certificate) {
        return new CertificateSigned(requestId, 1, serial(certificate), Certificates.base64(certificate));
    }

    /** The event that tells of an intent. */
    public static CertificateSigningPrepared prepared(String requestId, String serialNumber, byte[] toBeSigned) {
        return new CertificateSigningPrepared(
                requestId,
                1,
                serialNumber,
                "ec-p256",
                KeyOrigin.HOLDER,
                "0".repeat(64),
                Base64.getEncoder().encodeToString(toBeSigned),
                "0".repeat(64));
    }

    /** Has it revoked and registered. */
    public void revoke(String requestId, X509Certificate certificate, RevocationReason reason, Instant at) {
        reaction().on(revoked(requestId, certificate, reason, at));
    }

    /** The event that tells of a revocation. */
    public static CertificateRevoked revoked(
            String requestId, X509Certificate certificate, RevocationReason reason, Instant at) {
        return revoked(requestId, serial(certificate), key(certificate), reason, at);
    }

    /** The event that tells of a revocation. */
    public static CertificateRevoked revoked(
            String requestId, String serialNumber, String publicKeySha256, RevocationReason reason, Instant at) {
        return new CertificateRevoked(
                requestId,
                reason,
                RevocationRequester.OFFICER,
                CertificateIssued.Approval.BY_OFFICER,
                List.of(new RevokedKey(1, serialNumber, publicKeySha256)),
                at);
    }

    /** Its serial number as events carry it. */
    public static String serial(X509Certificate certificate) {
        return SerialNumbers.hex(certificate.getSerialNumber());
    }

    /** The digest of its key as events carry it. */
    public static String key(X509Certificate certificate) {
        return PublicKeys.sha256(PublicKeys.of(certificate.getPublicKey()));
    }
}
