package jp.shomei.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.app.start.StartRefused;
import jp.shomei.ca.token.TokenSettings;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.command.institution.CheckDigitMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set, as {@code --shomei.NAME=VALUE}.
 *
 * @param data the directory with everything the system keeps
 * @param clock the start of a simulated clock, with offset; absent for the real one
 * @param checkDigit what a wrong check digit of an institution code does
 * @param closingDays days on which nothing is posted, besides Sundays, holidays and the turn of the year
 * @param profile the certificate profile: {@code rsa-2048}, {@code rsa-3072}, {@code ec-p256} or {@code ml-dsa-65}
 * @param organization the organization named in the certificates' subjects; fixed once the authority is made
 * @param authority how the authority keeps its own keys
 */
@ConfigurationProperties("shomei")
public record ShomeiProperties(
        @DefaultValue("data") Path data,
        @Nullable OffsetDateTime clock,
        @DefaultValue("warn") CheckDigitMode checkDigit,
        @DefaultValue List<LocalDate> closingDays,
        @DefaultValue("rsa-2048") String profile,
        @DefaultValue("Online Billing NW Common") String organization,
        @DefaultValue AuthorityProperties authority) {

    /**
     * How the authority keeps its own keys, as {@code --shomei.authority.NAME=VALUE}.
     *
     * @param algorithm of the keys made at the first start: {@code rsa-3072}, {@code ec-p384} or {@code ml-dsa-65}
     * @param token the hardware token with the issuing keys; absent if they are in key stores
     */
    public record AuthorityProperties(
            @DefaultValue("rsa-3072") AuthorityAlgorithm algorithm,
            @Nullable TokenProperties token) {}

    /**
     * A hardware token, as {@code --shomei.authority.token.NAME=VALUE}.
     *
     * @param library the PKCS#11 library of the token's maker
     * @param label the token's label
     * @param pinFile a file with the token's user PIN, readable by its owner alone
     * @param deadline how long one signature may take
     */
    public record TokenProperties(
            @Nullable Path library,
            @Nullable String label,
            @Nullable Path pinFile,
            @DefaultValue("8s") Duration deadline) {

        /**
         * What the authority needs to know.
         *
         * @throws StartRefused if a part is missing
         */
        TokenSettings settings() {
            if (library == null || label == null || pinFile == null) {
                throw new StartRefused(
                        "A hardware token needs all of --shomei.authority.token.library=FILE, .label=TEXT"
                                + " and .pin-file=FILE.");
            }
            return new TokenSettings(library, label, pinFile, deadline);
        }
    }
}
