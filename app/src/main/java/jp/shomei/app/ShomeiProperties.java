package jp.shomei.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import jp.shomei.app.start.StartRefused;
import jp.shomei.ca.token.TokenSettings;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.command.fee.SlipSettings;
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
 * @param fourEyes codes of the categories (分類) in which two officers have to approve; none if absent
 * @param renewal when a certificate may be renewed
 * @param fee what fees are, and when they are collected
 * @param profile the certificate profile: {@code rsa-2048}, {@code rsa-3072}, {@code ec-p256} or {@code ml-dsa-65}
 * @param keyPool how many keys are made ahead for holders; 0 for none
 * @param terminal the port for terminals
 * @param organization the organization named in the certificates' subjects; fixed once the authority is made
 * @param authority how the authority keeps its own keys
 * @param backups the directory in which backups are made; absent for {@code backups} in the data directory
 * @param mail the mails to the holders; by which server they are sent is set as {@code --spring.mail.NAME=VALUE}
 */
@ConfigurationProperties("shomei")
public record ShomeiProperties(
        @DefaultValue("data") Path data,
        @Nullable OffsetDateTime clock,
        @DefaultValue("warn") CheckDigitMode checkDigit,
        @DefaultValue List<LocalDate> closingDays,
        @DefaultValue List<String> fourEyes,
        @DefaultValue Renewal renewal,
        @DefaultValue Fee fee,
        @DefaultValue("rsa-2048") String profile,
        @DefaultValue("32") int keyPool,
        @DefaultValue Terminal terminal,
        @DefaultValue("Online Billing NW Common") String organization,
        @DefaultValue AuthorityProperties authority,
        @Nullable Path backups,
        @DefaultValue Mail mail) {

    /**
     * The port on which terminals are known by their certificates.
     *
     * @param port its number, 0 for any that is free; absent for none
     * @param names the host names and addresses by which terminals know this server
     */
    public record Terminal(
            @Nullable Integer port,
            @DefaultValue({"localhost", "127.0.0.1"}) List<String> names) {}

    /**
     * The mails to the holders.
     *
     * @param sender the address from which they are sent
     */
    public record Mail(@DefaultValue("no-reply@ssk.or.jp") String sender) {}

    /**
     * When a certificate may be renewed.
     *
     * @param days in how many last days of its validity
     * @param inclusive whether exactly so many remaining days are enough
     * @param grace how long the certificate before stays valid beside the new one, such as {@code 14d}; absent if until it
     *     expires
     */
    public record Renewal(
            @DefaultValue("90") int days,
            @DefaultValue("false") boolean inclusive,
            @Nullable Period grace) {}

    /**
     * What fees are, and when they are collected.
     *
     * @param prices prices besides those of the guide, each with the day it holds from
     * @param slipDay the day of the month on which slips are sent
     * @param fallbackSlipMonth how many months after the issue a slip is sent if deducting failed twice
     * @param paymentDays how many days a slip leaves for paying
     * @param graceDays how many days the warning leaves for paying before certificates are revoked
     * @param registrationNumber the number under which the issuer of slips is registered for qualified invoices
     *     (適格請求書発行事業者登録番号); absent if it is not
     * @param payee the account that slips are paid into, in up to 40 characters
     */
    public record Fee(
            @DefaultValue List<Price> prices,
            @DefaultValue("10") int slipDay,
            @DefaultValue("3") int fallbackSlipMonth,
            @DefaultValue("30") int paymentDays,
            @DefaultValue("14") int graceDays,
            @Nullable String registrationNumber,
            @DefaultValue(SlipSettings.ENCLOSED_FORM) String payee) {}

    /**
     * Prices in yen, tax included, as {@code --shomei.fee.prices[0].NAME=VALUE}.
     *
     * @param from the first day, in Japan
     * @param licence for an issue (発行料)
     * @param renewal for a renewal (更新料)
     * @param postage for a notice that is mailed (郵送手数料)
     */
    public record Price(
            @Nullable LocalDate from,
            @Nullable Integer licence,
            @Nullable Integer renewal,
            @Nullable Integer postage) {}

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
