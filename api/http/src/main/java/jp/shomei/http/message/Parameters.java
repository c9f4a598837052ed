package jp.shomei.http.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** Reads query parameters and single fields, and gathers every error, so that all are told at once. */
public final class Parameters {
    private static final int CURSOR_LIMIT = 200;
    private static final int DEFAULT_PAGE = 50;
    private static final int GREATEST_PAGE = 200;
    private final List<FieldError> errors = new ArrayList<>();

    /** An institution code of ten digits or an insurer number of eight. Required. */
    public Optional<InstitutionCode> institution(String field, @Nullable String typed) {
        return required(field, typed).flatMap(value -> {
            if (InstitutionCode.isWellFormed(value)) {
                return Optional.of(InstitutionCode.of(value));
            }
            return bad(field, FieldRule.DIGITS, "10");
        });
    }

    /** An institution code of ten digits or an insurer number of eight, if there is one. */
    public Optional<InstitutionCode> optionalInstitution(String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? Optional.empty() : institution(field, typed);
    }

    /** One of these constants, by its name. Required. */
    public <E extends Enum<E>> Optional<E> choice(String field, @Nullable String typed, Collection<E> allowed) {
        return required(field, typed).flatMap(value -> allowed.stream()
                .filter(one -> one.name().equals(value))
                .findFirst()
                .or(() -> bad(
                        field,
                        FieldRule.CHOICE,
                        allowed.stream().map(Enum::name).collect(Collectors.joining(", ")))));
    }

    /** One of these words, in whatever case, if there is one. */
    public Optional<String> optionalWord(String field, @Nullable String typed, List<String> allowed) {
        return typed == null || typed.isBlank()
                ? Optional.empty()
                : allowed.stream()
                        .filter(typed::equalsIgnoreCase)
                        .findFirst()
                        .or(() -> bad(field, FieldRule.CHOICE, String.join(", ", allowed)));
    }

    /** A day. Required. */
    public Optional<LocalDate> date(String field, @Nullable String typed) {
        return required(field, typed).flatMap(value -> parse(field, value, LocalDate::parse, FieldRule.DATE));
    }

    /** A day, if there is one. */
    public Optional<LocalDate> optionalDate(String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? Optional.empty() : date(field, typed);
    }

    /** A billing month such as 2024-06. Required. */
    public Optional<BillingMonth> month(String field, @Nullable String typed) {
        return required(field, typed)
                .flatMap(value -> value.matches("[0-9]{4}-[0-9]{2}")
                        ? parse(field, value, BillingMonth::of, FieldRule.MONTH)
                        : bad(field, FieldRule.MONTH));
    }

    /** An instant with offset. Required. */
    public Optional<Instant> instant(String field, @Nullable String typed) {
        return required(field, typed).flatMap(value -> optionalInstant(field, value));
    }

    /** An instant with offset, if there is one. The plus sign of an offset arrives as a space unless it is escaped. */
    public Optional<Instant> optionalInstant(String field, @Nullable String typed) {
        return typed == null
                ? Optional.empty()
                : parse(
                        field,
                        typed.replace(' ', '+'),
                        value -> OffsetDateTime.parse(value).toInstant(),
                        FieldRule.INSTANT);
    }

    /** Any text of at most so many characters. Required. */
    public Optional<String> text(String field, @Nullable String typed, int limit) {
        return required(field, typed)
                .flatMap(value -> value.length() <= limit
                        ? Optional.of(value)
                        : bad(field, FieldRule.TOO_LONG, String.valueOf(limit)));
    }

    /** Exactly so many half-width digits. Required. */
    public Optional<String> digits(String field, @Nullable String typed, int count) {
        return required(field, typed)
                .flatMap(value -> value.matches("[0-9]{" + count + "}")
                        ? Optional.of(value)
                        : bad(field, FieldRule.DIGITS, String.valueOf(count)));
    }

    /** Exactly so many half-width digits, if there are any. */
    public Optional<String> optionalDigits(String field, @Nullable String typed, int count) {
        return typed == null || typed.isBlank() ? Optional.empty() : digits(field, typed, count);
    }

    /** One of these names, if there is one. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String field, @Nullable String typed, Class<E> choices) {
        return typed == null || typed.isBlank()
                ? Optional.empty()
                : choice(field, typed, List.of(choices.getEnumConstants()));
    }

    /** Where the page before ended, if there was one. */
    public @Nullable String cursor(@Nullable String typed) {
        return typed == null || typed.isEmpty()
                ? null
                : text("cursor", typed, CURSOR_LIMIT).orElse(null);
    }

    /** How many to answer at most: 1 to 200, 50 if not given. */
    public int limit(@Nullable String typed) {
        return number("limit", typed, GREATEST_PAGE, DEFAULT_PAGE);
    }

    /** A whole number from 1 on. */
    public int number(String field, @Nullable String typed, int greatest, int unlessGiven) {
        if (typed == null) {
            return unlessGiven;
        }
        if (typed.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(typed);
            if (number >= 1 && number <= greatest) {
                return number;
            }
        }
        bad(field, FieldRule.RANGE, "1", String.valueOf(greatest));
        return unlessGiven;
    }

    /** Every bad field so far. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /**
     * Ends the reading.
     *
     * @throws Refused naming every bad field
     */
    public void check() {
        Refused.ifAny(errors);
    }

    private Optional<String> required(String field, @Nullable String typed) {
        return typed == null || typed.isBlank() ? bad(field, FieldRule.REQUIRED) : Optional.of(typed);
    }

    private <T> Optional<T> parse(String field, String typed, Function<String, T> parser, FieldRule rule) {
        try {
            return Optional.of(parser.apply(typed));
        } catch (DateTimeException unreadable) {
            return bad(field, rule);
        }
    }

    private <T> Optional<T> bad(String field, FieldRule rule, String... arguments) {
        errors.add(FieldError.of(field, rule, arguments));
        return Optional.empty();
    }
}
