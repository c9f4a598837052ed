package jp.shomei.ca.profile;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;

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
    };

    abstract AlgorithmParameterSpec parameters(int size);

    abstract boolean fits(AsymmetricKeyParameter key, int size);

    boolean allows(int size) {
        return this == RSA ? size >= 2048 && size <= 4096 : size == 256;
    }

    /** Makes a key pair, with the platform's own generators: they are faster than Bouncy Castle's. */
    KeyPair generate(int size, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(name());
            generator.initialize(parameters(size), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform makes " + name() + " keys", impossible);
        }
    }
}
