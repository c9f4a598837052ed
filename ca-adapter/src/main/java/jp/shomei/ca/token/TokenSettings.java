package jp.shomei.ca.token;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the issuing keys are, if they are on a hardware token.
 *
 * @param library the PKCS#11 library of the token's maker
 * @param label the token's label
 * @param pinFile a file with the user PIN and nothing else, readable by its owner alone
 * @param deadline how long one use of the token may take
 */
public record TokenSettings(Path library, String label, Path pinFile, Duration deadline) {

    /** Long for a network HSM, and well below what a download may take. */
    public static final Duration USUAL_DEADLINE = Duration.ofSeconds(8);

    private static final int LABEL_LIMIT = 32;

    public TokenSettings {
        if (label.isBlank() || label.length() > LABEL_LIMIT) {
            throw new IllegalArgumentException("a token's label has 1 to 32 characters (PKCS#11)");
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("the token needs some time to answer");
        }
    }
}
