package jp.shomei.contracts.institution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import org.jspecify.annotations.Nullable;

/** Reads the typed fields of a form one by one and gathers every error, so that all are told at once. */
public final class FieldReader {

    private static final Pattern PHONE = Pattern.compile("0[0-9]{9,10}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{3}-?[0-9]{4}");
    private static final int EMAIL_LIMIT = 254;

    private final List<FieldError> errors = new ArrayList<>();

    /** Every error so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Adds an error found outside. */
    public void add(String field, FieldRule rule, String... arguments) {
        errors.add(FieldError.of(field, rule, arguments));
    }

    /** Free text that the mailed notice must be able to print: at most {@code limit} characters, no control characters. */
    public String text(String field, @Nullable String typed, int limit) {
        String value = required(field, typed);
        if (value.codePointCount(0, value.length()) > limit) {
            add(field, FieldRule.TOO_LONG, String.valueOf(limit));
        } else if (value.codePoints().anyMatch(FieldReader::isControl)) {
            add(field, FieldRule.CONTROL_CHARACTER);
        } else if (!PrintableText.isPrintable(value)) {
            add(field, FieldRule.UNPRINTABLE);
        }
        return value;
    }

    /** A telephone number: 10 or 11 half-width digits beginning with 0, no hyphens. */
    public String phone(String field, @Nullable String typed) {
        return matching(field, typed, PHONE, FieldRule.PHONE);
    }

    /** A mail address; checked no more strictly than that mail can be sent to it. */
    public String email(String field, @Nullable String typed) {
        if (typed != null && typed.length() > EMAIL_LIMIT) {
            // looked at first: the form of an address is matched by recursion, which a very long one would exhaust
            add(field, FieldRule.TOO_LONG, String.valueOf(EMAIL_LIMIT));
            return typed;
        }
        return matching(field, typed, EMAIL, FieldRule.EMAIL);
    }

    /** A postal code; a hyphen is accepted and dropped. */
    public String postalCode(String field, @Nullable String typed) {
        return matching(field, typed, POSTAL_CODE, FieldRule.POSTAL_CODE).replace("-", "");
    }

    /** Exactly so many half-width digits. */
    public String digits(String field, @Nullable String typed, int count) {
        return matching(field, typed, Pattern.compile("[0-9]{" + count + "}"), FieldRule.DIGITS, String.valueOf(count));
    }

    /** One of a fixed list of codes. */
    public <T> Optional<T> choice(
            String field, @Nullable String typed, Function<String, Optional<T>> find, String allowed) {
        String value = required(field, typed);
        Optional<T> found = value.isEmpty() ? Optional.empty() : find.apply(value);
        if (found.isEmpty() && !value.isEmpty()) {
            add(field, FieldRule.CHOICE, allowed);
        }
        return found;
    }

    private String matching(String field, @Nullable String typed, Pattern form, FieldRule rule, String... arguments) {
        String value = required(field, typed);
        if (!value.isEmpty() && !form.matcher(value).matches()) {
            add(field, rule, arguments);
        }
        return value;
    }

    private String required(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            add(field, FieldRule.REQUIRED);
            return "";
        }
        return typed;
    }

    private static boolean isControl(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
