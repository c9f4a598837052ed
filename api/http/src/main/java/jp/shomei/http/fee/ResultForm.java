package jp.shomei.http.fee;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.upload.CsvRows;
import org.jspecify.annotations.Nullable;

/**
 * What the payment system reports of one bill, as typed.
 *
 * @param institution ten-digit institution code or eight-digit insurer number
 * @param outcome one of {@link PaymentOutcome}
 * @param attempt which deduction it is about, 1 or 2; the newest if absent, so that what is sent again after the second was
 *     instructed counts as its outcome
 * @param on the day of it; today if absent
 */
@Schema(name = "PaymentResult")
record ResultForm(
        @Nullable String institution,
        @Nullable String outcome,

        @Schema(
                description = "which deduction it is about, 1 or 2; the newest if absent. Name it if the list may be"
                        + " sent again: once the second was instructed, it would count as that one's outcome")
        @Nullable Integer attempt,

        @Nullable String on) {
    static final String HEADER = "institution,attempt,outcome,on";
    static final List<String> COLUMNS = List.of(HEADER.split(","));
    private static final int ATTEMPTS = 2;

    /**
     * Reads it.
     *
     * @param typed gathers what is wrong with it
     * @return the line, unless something is
     */
    Optional<ResultLine> read(Parameters typed, LocalDate today) {
        return read(institution, outcome, attempt == null ? "" : attempt.toString(), on, typed, today);
    }

    /** Reads a row of a file. */
    static Optional<ResultLine> read(CsvRows.Fields fields, Parameters typed, LocalDate today) {
        return read(
                fields.in("institution").strip(),
                fields.in("outcome").strip(),
                fields.in("attempt").strip(),
                fields.in("on").strip(),
                typed,
                today);
    }

    /** Whether a row leaves nothing to the day on which it is read: slips know no attempts, deductions do. */
    static boolean isExplicit(CsvRows.Fields fields) {
        String outcome = fields.in("outcome").strip();
        boolean deduction =
                outcome.equals(PaymentOutcome.DEDUCTED.name()) || outcome.equals(PaymentOutcome.INSUFFICIENT.name());
        return !fields.in("on").isBlank() && !(deduction && fields.in("attempt").isBlank());
    }

    private static Optional<ResultLine> read(
            @Nullable String institution,
            @Nullable String outcome,
            String attempt,
            @Nullable String on,
            Parameters typed,
            LocalDate today) {
        var code = typed.institution("institution", institution);
        Integer number = attempt.isEmpty() ? null : Integer.valueOf(typed.number("attempt", attempt, ATTEMPTS, 1));
        var result = typed.choice("outcome", outcome, List.of(PaymentOutcome.values()));
        LocalDate day = typed.optionalDate("on", on).orElse(today);
        return typed.errors().isEmpty()
                ? Optional.of(new ResultLine(code.orElseThrow(), result.orElseThrow(), number, day))
                : Optional.empty();
    }
}
