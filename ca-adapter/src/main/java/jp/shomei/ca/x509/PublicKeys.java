package jp.shomei.ca.x509;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import jp.shomei.contracts.message.Sha256;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Public keys as they stand in certificates. */
public final class PublicKeys {

    /** Enough for RSA with 4096 bits. Looking at a key of any size costs seconds, and anyone may send one. */
    private static final int MOST_BYTES = 550;

    /** Every ML-DSA-65 key is so long (FIPS 204 table 2). */
    private static final int ML_DSA_65_BYTES = 1952;

    private PublicKeys() {}

    /** A key pair's public half. */
    public static SubjectPublicKeyInfo of(PublicKey key) {
        return SubjectPublicKeyInfo.getInstance(key.getEncoded());
    }

    /**
     * What is in it: an RSA key whose modulus is not visibly composite, or a point that lies on its curve, or an
     * ML-DSA-65 key. Empty if it is none of these.
     */
    public static Optional<AsymmetricKeyParameter> read(SubjectPublicKeyInfo key) {
        int length = key.getPublicKeyData().getBytes().length;
        boolean acceptable = isMlDsa(key.getAlgorithm())
                ? length == ML_DSA_65_BYTES
                : isPlain(key.getAlgorithm()) && length <= MOST_BYTES;
        if (!acceptable) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublicKeyFactory.createKey(key));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The one spelling of a key, so that the same key always has the same digest. Empty if it cannot be read.
     */
    public static Optional<SubjectPublicKeyInfo> canonical(SubjectPublicKeyInfo key) {
        return read(key).map(PublicKeys::write);
    }

    /** The digest by which a key is recorded: SHA-256 of the SubjectPublicKeyInfo, lower-case hexadecimal. */
    public static String sha256(SubjectPublicKeyInfo key) {
        try {
            return Sha256.hex(key.getEncoded("DER"));
        } catch (IOException impossible) {
            throw new IllegalStateException("a key that was read can be written", impossible);
        }
    }

    private static boolean isMlDsa(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(NISTObjectIdentifiers.id_ml_dsa_65) && algorithm.getParameters() == null;
    }

    /** RSA without restrictions, or a curve called by its name: curves of somebody's own making are not looked at. */
    private static boolean isPlain(AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                        && algorithm.getParameters() != null
                        && algorithm.getParameters().toASN1Primitive() instanceof ASN1ObjectIdentifier;
    }

    private static SubjectPublicKeyInfo write(AsymmetricKeyParameter key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key);
        } catch (IOException impossible) {
            throw new IllegalStateException("a key that was read can be written", impossible);
        }
    }
}
