package jp.shomei.ca.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import jp.shomei.ca.x509.BouncyCastle;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;

/** The kinds of holder keys. */
public enum HolderKeyAlgorithm {
    /** RSA, size = bits of the modulus. */
    RSA {
        @Override
        AlgorithmParameterSpec parameters(int size) {
            return new RSAKeyGenParameterSpec(size, RSAKeyGenParameterSpec.F4);
        }

        @Override
        boolean fits(AsymmetricKeyParameter key, int size) {
            return key instanceof RSAKeyParameters rsa && rsa.getModulus().bitLength() == size;
        }
    },
    /** Elliptic curve; 256 bits = P-256, named, and no other. */
    EC {
        @Override
        AlgorithmParameterSpec parameters(int size) {
            return new ECGenParameterSpec("secp256r1");
        }

        @Override
        boolean fits(AsymmetricKeyParameter key, int size) {
            return key instanceof ECPublicKeyParameters point
                    && point.getParameters() instanceof ECNamedDomainParameters curve
                    && curve.getName().equals(SECObjectIdentifiers.secp256r1);
        }
    },
    /** ML-DSA (FIPS 204), size = its parameter set: 65. */
    @JsonProperty("ML-DSA")
    ML_DSA {
        @Override
        AlgorithmParameterSpec parameters(int size) {
            return MLDSAParameterSpec.ml_dsa_65;
        }

        @Override
        boolean fits(AsymmetricKeyParameter key, int size) {
            return key instanceof MLDSAPublicKeyParameters lattice
                    && lattice.getParameters().equals(MLDSAParameters.ml_dsa_65);
        }
    };

    abstract AlgorithmParameterSpec parameters(int size);

    abstract boolean fits(AsymmetricKeyParameter key, int size);

    boolean allows(int size) {
        return switch (this) {
            case RSA -> size >= 2048 && size <= 4096;
            case EC -> size == 256;
            case ML_DSA -> size == 65;
        };
    }

    /** Makes a key pair, with the platform's own generators where every Java has them: they are faster. */
    KeyPair generate(int size, SecureRandom random) {
        try {
            KeyPairGenerator generator = this == ML_DSA
                    ? KeyPairGenerator.getInstance("ML-DSA", BouncyCastle.PROVIDER)
                    : KeyPairGenerator.getInstance(name());
            generator.initialize(parameters(size), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("there is always a generator of " + name() + " keys", impossible);
        }
    }
}
