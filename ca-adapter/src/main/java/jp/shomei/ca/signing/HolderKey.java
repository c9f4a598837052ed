package jp.shomei.ca.signing;

import java.security.PublicKey;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.contracts.certificate.PreparedSigning;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * The public key a certificate is wanted for.
 *
 * @param origin who made it
 * @param key the key, in its canonical form
 */
public record HolderKey(KeyOrigin origin, SubjectPublicKeyInfo key) {

    /** A key that the authority made. */
    public static HolderKey madeHere(PublicKey key) {
        return new HolderKey(KeyOrigin.AUTHORITY, PublicKeys.of(key));
    }

    /** A key that came with a certification request. */
    public static HolderKey sent(SubjectPublicKeyInfo canonicalKey) {
        return new HolderKey(KeyOrigin.HOLDER, canonicalKey);
    }

    /** The digest by which it is recorded. */
    public String sha256() {
        return PublicKeys.sha256(key);
    }

    /** Whether that intent is one to sign this key. */
    public boolean isIn(PreparedSigning prepared) {
        return prepared.keyOrigin() == origin && prepared.publicKeySha256().equals(sha256());
    }
}
