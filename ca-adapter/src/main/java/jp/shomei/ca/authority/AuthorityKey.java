package jp.shomei.ca.authority;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import jp.shomei.ca.secret.SecretUnusable;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.token.TokenRefused;
import jp.shomei.ca.token.TokenUnavailable;
import jp.shomei.ca.x509.SigningAlgorithm;

/** The private key of an authority, wherever it is. */
@FunctionalInterface
interface AuthorityKey {

    /**
     * Signs these bytes.
     *
     * @throws SigningFailed if the key cannot be used
     */
    byte[] sign(byte[] content);

    /** A key in this process. */
    static AuthorityKey inProcess(PrivateKey key, SigningAlgorithm algorithm) {
        return content -> {
            try {
                return Signatures.sign(key, algorithm, content);
            } catch (GeneralSecurityException | ProviderException failed) {
                throw new SigningFailed("the key could not be used", failed);
            }
        };
    }

    /** A key on a hardware token. */
    static AuthorityKey onToken(HardwareToken token, String alias, SigningAlgorithm algorithm) {
        return content -> {
            try {
                return token.sign(alias, algorithm, content);
            } catch (TokenUnavailable | TokenRefused | SecretUnusable failed) {
                throw new SigningFailed(String.valueOf(failed.getMessage()), failed);
            }
        };
    }
}
