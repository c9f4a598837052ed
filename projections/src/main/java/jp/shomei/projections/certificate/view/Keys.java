package jp.shomei.projections.certificate.view;

import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.KeyOrigin;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a certificate.
 *
 * @param prepared who made the key that is about to be signed; none otherwise
 * @param signed the key that was signed last, also while the one of a newer generation is not signed; none until the
 *     first
 */
public record Keys(@Nullable KeyOrigin prepared, @Nullable SignedKey signed) {

    static final Keys NONE = new Keys(null, null);

    /**
     * A signed key.
     *
     * @param origin who made it
     * @param serialNumber the certificate's serial number, hexadecimal
     */
    public record SignedKey(KeyOrigin origin, String serialNumber) {}

    Keys after(CertificateSigningPrepared event) {
        return new Keys(event.keyOrigin(), signed);
    }

    Keys after(CertificateSigned event) {
        if (prepared == null) {
            throw new IllegalStateException("CertificateSigned without a prepared signing");
        }
        return new Keys(null, new SignedKey(prepared, event.serialNumber()));
    }
}
