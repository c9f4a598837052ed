package jp.shomei.ca.reference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jp.shomei.contracts.certificate.ReferenceId;

/**
 * Derives reference IDs from request IDs, so that nothing need be stored: 60 bits of an HMAC-SHA-256 under the server's
 * key, written as {@code XXXX-XXXX-XXXX} in Crockford's base32, which has no I, L, O or U to be misread.
 */
public final class ReferenceIds {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int FIRST_EDITION = 1;
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int BITS_PER_DIGIT = 5;
    private static final int TYPED_LIMIT = 64;

    private final SecretKey key;

    /**
     * @param key the server's key, 32 bytes
     */
    public ReferenceIds(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The reference ID of a request ID, as it is printed.
     *
     * @param edition 1 for the first notice, one more for each that replaces a lost one
     */
    public String of(String requestId, int edition) {
        return digits(requestId, edition).replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /**
     * Whether this is the reference ID of that request ID. Takes the same time whether it is or not, and whether the
     * request ID exists or not; whatever is typed does no harm.
     */
    public boolean matches(String requestId, int edition, String typed) {
        return MessageDigest.isEqual(
                digits(requestId, edition).getBytes(StandardCharsets.UTF_8),
                canonical(typed).getBytes(StandardCharsets.UTF_8));
    }

    /** The one spelling of a reference ID that was typed: no hyphens, capitals, look-alikes read as the digits meant. */
    public static String canonical(String typed) {
        String bounded = typed.substring(0, Math.min(typed.length(), TYPED_LIMIT));
        return ReferenceId.normalise(bounded)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private String digits(String requestId, int edition) {
        byte[] mac = mac(edition == FIRST_EDITION ? requestId : requestId + "#" + edition);
        long bits = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            bits = bits << Byte.SIZE | (mac[index] & 0xff);
        }
        StringBuilder digits = new StringBuilder(LENGTH);
        for (int index = 1; index <= LENGTH; index++) {
            int shift = Long.SIZE - index * BITS_PER_DIGIT;
            digits.append(DIGITS.charAt((int) (bits >>> shift) & (DIGITS.length() - 1)));
        }
        return digits.toString();
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
