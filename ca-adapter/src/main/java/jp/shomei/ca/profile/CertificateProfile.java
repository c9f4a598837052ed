package jp.shomei.ca.profile;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Set;
import jp.shomei.ca.x509.PublicKeys;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * What a holder's certificate looks like.
 *
 * @param name by which operators and events call it
 * @param keyAlgorithm kind of the holder's key
 * @param keySize its size in bits; of ML-DSA, the parameter set
 * @param keyUsage exactly these key usages
 * @param extendedKeyUsage exactly these purposes
 * @param validityMonths the longest validity, in calendar months after the day of issue
 */
public record CertificateProfile(
        String name,
        HolderKeyAlgorithm keyAlgorithm,
        int keySize,
        Set<HolderKeyUsage> keyUsage,
        Set<HolderKeyPurpose> extendedKeyUsage,
        int validityMonths) {

    public CertificateProfile {
        if (!keyAlgorithm.allows(keySize) || keyUsage.isEmpty() || extendedKeyUsage.isEmpty() || validityMonths < 1) {
            throw new IllegalArgumentException("the certificate profile " + name + " makes no sense");
        }
        keyUsage = Set.copyOf(keyUsage);
        extendedKeyUsage = Set.copyOf(extendedKeyUsage);
    }

    /** Whether a key is of this profile's kind and size. */
    public boolean fits(SubjectPublicKeyInfo key) {
        return PublicKeys.read(key)
                .filter(read -> keyAlgorithm.fits(read, keySize))
                .isPresent();
    }

    /** Makes a key pair of this profile. */
    public KeyPair generateKeyPair(SecureRandom random) {
        return keyAlgorithm.generate(keySize, random);
    }

    /** The key usage extension. */
    public KeyUsage keyUsageExtension() {
        return new KeyUsage(keyUsage.stream().mapToInt(HolderKeyUsage::bit).reduce(0, (one, other) -> one | other));
    }

    /** The extended key usage extension. */
    public ExtendedKeyUsage extendedKeyUsageExtension() {
        return new ExtendedKeyUsage(
                extendedKeyUsage.stream().sorted().map(HolderKeyPurpose::id).toArray(KeyPurposeId[]::new));
    }
}
