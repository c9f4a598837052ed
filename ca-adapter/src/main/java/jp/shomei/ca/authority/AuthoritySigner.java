package jp.shomei.ca.authority;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;

/** Lets Bouncy Castle's builders sign with the key of an authority. */
final class AuthoritySigner implements ContentSigner {

    private final AuthorityKey key;
    private final SigningAlgorithm algorithm;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    AuthoritySigner(AuthorityKey key, SigningAlgorithm algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm.identifier();
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return key.sign(content.toByteArray());
    }
}
