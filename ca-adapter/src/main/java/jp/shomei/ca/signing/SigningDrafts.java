package jp.shomei.ca.signing;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.x509.SerialNumbers;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.message.Sha256;

/** Drafts what is to be signed for an order: a new serial number, the key's profile, the filled-in certificate. */
public final class SigningDrafts {

    private final CertificateProfiles profiles;
    private final CertificateTemplate template;
    private final SecureRandom random;

    public SigningDrafts(CertificateProfiles profiles, CertificateTemplate template, SecureRandom random) {
        this.profiles = profiles;
        this.template = template;
        this.random = random;
    }

    /**
     * The intent to sign, not yet on record.
     *
     * @throws IllegalArgumentException if the key fits no profile
     */
    public PrepareSigning draft(DownloadOrder order, HolderKey key) {
        CertificateProfile profile = profiles.of(key.key())
                .orElseThrow(() -> new IllegalArgumentException("the key fits no certificate profile"));
        BigInteger serialNumber = SerialNumbers.next(random);
        byte[] toBeSigned = template.fill(order, key.key(), profile, serialNumber);
        PreparedSigning intent = new PreparedSigning(
                order.generation(),
                SerialNumbers.hex(serialNumber),
                key.origin(),
                key.sha256(),
                Base64.getEncoder().encodeToString(toBeSigned));
        return new PrepareSigning(order.requestId(), intent, profile.name(), Sha256.hex(toBeSigned));
    }
}
