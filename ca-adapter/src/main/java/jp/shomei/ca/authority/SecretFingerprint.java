package jp.shomei.ca.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By what a secret is known again: an HMAC-SHA-256 of its name under it, which tells nothing of 32 random bytes. */
final class SecretFingerprint {

    /** The secrets that every node must have alike. */
    static final List<String> NAMES =
            List.of(AuthorityFile.REFERENCE_KEY.fileName(), AuthorityFile.ESCROW_KEY.fileName());

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "fingerprint of ";

    private SecretFingerprint() {}

    static String of(String name, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal((PURPOSE + name).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
