package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Request IDs (リクエストID): 15 digits, the day of application and a seven-digit number of that day. */
public final class RequestId {

    /** The greatest number of one day. */
    public static final int GREATEST_NUMBER = 9_999_999;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private RequestId() {}

    /** The ID of the {@code number}-th application of a day. */
    public static String of(LocalDate day, int number) {
        if (number < 1 || number > GREATEST_NUMBER) {
            throw new IllegalArgumentException("a day has numbers 1 to " + GREATEST_NUMBER);
        }
        return DAY.format(day) + "%07d".formatted(number);
    }

    /** Whether this can be a request ID. */
    public static boolean isWellFormed(String id) {
        return id.matches("[0-9]{15}") && isDay(id.substring(0, 8)) && !id.endsWith("0000000");
    }

    /** The day of application in a well-formed ID. */
    public static LocalDate dayOf(String id) {
        return LocalDate.parse(id.substring(0, 8), DAY);
    }

    private static boolean isDay(String digits) {
        try {
            LocalDate.parse(digits, DAY);
            return true;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }
}
