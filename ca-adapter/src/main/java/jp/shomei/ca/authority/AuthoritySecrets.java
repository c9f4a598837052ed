package jp.shomei.ca.authority;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import jp.shomei.ca.secret.SecretDirectory;

/** The secrets that lie beside an authority's keys, 256 random bits each. */
final class AuthoritySecrets {

    private static final int SECRET_BYTES = 32;

    private AuthoritySecrets() {}

    /** Makes the password of key stores. */
    static char[] password(SecretDirectory directory, SecureRandom random) {
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret(random));
        directory.add(AuthorityFile.PASSWORD.fileName(), password.getBytes(StandardCharsets.US_ASCII));
        return password.toCharArray();
    }

    /** Makes the keys that the issuing authority needs besides. */
    static void keys(SecretDirectory directory, SecureRandom random) {
        directory.add(AuthorityFile.REFERENCE_KEY.fileName(), secret(random));
        directory.add(AuthorityFile.ESCROW_KEY.fileName(), secret(random));
    }

    private static byte[] secret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }
}
