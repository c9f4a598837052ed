package jp.shomei.app.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import jp.shomei.contracts.message.Sha256;

/** The hash under which a token is kept: SHA-256, enough for tokens of 256 random bits. */
final class TokenHash {

    private TokenHash() {}

    static String of(String token) {
        return Sha256.hex(token);
    }

    /** Whether a token has this hash; takes the same time whatever differs. */
    static boolean matches(String token, String hash) {
        return MessageDigest.isEqual(
                of(token).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
