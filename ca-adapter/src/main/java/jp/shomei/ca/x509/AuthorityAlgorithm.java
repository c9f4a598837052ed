package jp.shomei.ca.x509;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;

/** The keys an authority may have. */
public enum AuthorityAlgorithm {
    /** RSA with 3072 bits. */
    RSA_3072("RSA", SigningAlgorithm.RSA_WITH_SHA_256, new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4)),
    /** Elliptic curve P-384. */
    EC_P384("EC", SigningAlgorithm.ECDSA_WITH_SHA_384, new ECGenParameterSpec("secp384r1")),
    /** ML-DSA-65 of FIPS 204, for the day when RSA and elliptic curves fall. */
    ML_DSA_65("ML-DSA", SigningAlgorithm.ML_DSA_65, MLDSAParameterSpec.ml_dsa_65);

    private static final int RSA_BITS = 3072;

    private final String javaName;
    private final SigningAlgorithm signing;
    private final AlgorithmParameterSpec parameters;

    AuthorityAlgorithm(String javaName, SigningAlgorithm signing, AlgorithmParameterSpec parameters) {
        this.javaName = javaName;
        this.signing = signing;
        this.parameters = parameters;
    }

    /** The algorithm of a key; empty for a key that no authority may have. */
    public static Optional<AuthorityAlgorithm> of(SubjectPublicKeyInfo key) {
        return SigningAlgorithm.of(key).flatMap(signing -> Arrays.stream(values())
                .filter(candidate -> candidate.signing == signing)
                .filter(candidate ->
                        PublicKeys.read(key).filter(candidate::fits).isPresent())
                .findFirst());
    }

    /** As Java's key generators call it. */
    public String javaName() {
        return javaName;
    }

    /** What a key generator needs to know. */
    public AlgorithmParameterSpec parameters() {
        return parameters;
    }

    /** How a key of this kind signs. */
    public SigningAlgorithm signing() {
        return signing;
    }

    /** Makes a key pair in this process. */
    public KeyPair generate(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = this == ML_DSA_65
                ? KeyPairGenerator.getInstance(javaName, BouncyCastle.PROVIDER)
                : KeyPairGenerator.getInstance(javaName);
        generator.initialize(parameters, random);
        return generator.generateKeyPair();
    }

    /** As an operator writes it: {@code rsa-3072}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean fits(AsymmetricKeyParameter key) {
        return this != RSA_3072
                || key instanceof RSAKeyParameters rsa && rsa.getModulus().bitLength() == RSA_BITS;
    }
}
