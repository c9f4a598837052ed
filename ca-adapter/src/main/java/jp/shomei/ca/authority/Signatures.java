package jp.shomei.ca.authority;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SigningAlgorithm;

/** Signing and verifying, each algorithm with a provider that has it on every Java. */
final class Signatures {

    private Signatures() {}

    static byte[] sign(PrivateKey key, SigningAlgorithm algorithm, byte[] content) throws GeneralSecurityException {
        Signature signature = algorithm == SigningAlgorithm.ML_DSA_65
                ? Signature.getInstance(algorithm.javaName(), BouncyCastle.PROVIDER)
                : Signature.getInstance(algorithm.javaName());
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    static boolean verify(PublicKey key, SigningAlgorithm algorithm, byte[] content, byte[] signed)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.javaName(), BouncyCastle.PROVIDER);
        signature.initVerify(BouncyCastle.publicKey(PublicKeys.of(key)));
        signature.update(content);
        return signature.verify(signed);
    }
}
