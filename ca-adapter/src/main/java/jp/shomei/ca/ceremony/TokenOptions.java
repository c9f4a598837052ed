package jp.shomei.ca.ceremony;

import java.nio.file.Path;
import java.time.Duration;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.token.TokenSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the hardware token is. All three options belong together; the PIN itself is never on a command line. */
final class TokenOptions {

    /** Nobody waits at a terminal of a clinic here, and a token may take long to make a key. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @Option(names = "--token-library", required = true, description = "The PKCS#11 library of the token's maker.")
    private @Nullable Path library;

    @Option(names = "--token-label", required = true, description = "The token's label.")
    private @Nullable String label;

    @Option(names = "--token-pin-file", required = true, description = "A file with the PIN, readable by its owner.")
    private @Nullable Path pinFile;

    static @Nullable HardwareToken open(@Nullable TokenOptions options) {
        if (options == null || options.library == null || options.label == null || options.pinFile == null) {
            return null;
        }
        return new HardwareToken(new TokenSettings(options.library, options.label, options.pinFile, DEADLINE));
    }
}
