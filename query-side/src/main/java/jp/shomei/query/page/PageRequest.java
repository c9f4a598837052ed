package jp.shomei.query.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for. To the client a cursor is opaque; it holds the place of the last row of the page
 * before, so that rows added meanwhile neither repeat nor hide others.
 *
 * @param after the place of the last row of the page before; none for the first page
 * @param limit at most so many rows
 */
public record PageRequest<P>(Optional<P> after, int limit) {

    private static final int MOST = 200;

    /**
     * Reads a page request.
     *
     * @param cursor as the client sent it back
     * @param limit 1 to 200
     * @param form what a place looks like, written out
     * @param place reads a place of that form
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    public static <P> PageRequest<P> of(@Nullable String cursor, int limit, Pattern form, Function<String, P> place) {
        return of(cursor, limit, MOST, form, place);
    }

    /**
     * Reads a page request.
     *
     * @param cursor as the client sent it back
     * @param limit 1 to the most
     * @param most the most that the limit may be
     * @param form what a place looks like, written out
     * @param place reads a place of that form
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    public static <P> PageRequest<P> of(
            @Nullable String cursor, int limit, int most, Pattern form, Function<String, P> place) {
        if (limit < 1 || limit > most) {
            Refused.ifAny(List.of(FieldError.of("limit", FieldRule.RANGE, "1", String.valueOf(most))));
        }
        return new PageRequest<>(Optional.ofNullable(cursor).map(sent -> place.apply(read(sent, form))), limit);
    }

    /** The cursor of a place. */
    public static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(String cursor, Pattern form) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (form.matcher(place).matches()) {
                return place;
            }
        } catch (IllegalArgumentException notBase64) {
            // none of ours, like one of another form
        }
        throw Refused.because(ErrorCode.INVALID_REQUEST);
    }
}
