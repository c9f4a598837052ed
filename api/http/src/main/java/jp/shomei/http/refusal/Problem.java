package jp.shomei.http.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.refusal.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457).
 *
 * @param type the code as a URN
 * @param title the code in a few words
 * @param status the HTTP status
 * @param detail what to do about it
 * @param code the stable code
 * @param errors the bad fields or lines; absent unless the input was bad
 * @param badLines how many lines of a file are bad, those not listed included; absent unless a list was
 *     read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable List<BadField> errors,
        @Nullable Long badLines) {
    private static final String URN = "urn:shomei:problem:";

    /** The URN of a code. */
    public static String urn(ErrorCode code) {
        return URN + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * One bad field.
     *
     * @param line its line in the file, from 1; absent unless a file was read
     * @param field its name as sent; absent if a whole line is bad
     * @param code the rule it broke
     * @param message what is wrong, for the person who typed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BadField(@Nullable Long line, @Nullable String field, String code, String message) {}
}
