package jp.shomei.http.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.refusal.BadLine;
import jp.shomei.http.refusal.Problem;
import org.jspecify.annotations.Nullable;

/** What became of a file of results: every line is counted, of those with something to say the first thousand are kept. */
final class ResultReport {
    private static final int KEPT = 1000;
    private long lines;
    private long changed;
    private long unchanged;
    private final List<Refused> refused = new ArrayList<>();
    private final List<BadLine> suspicious = new ArrayList<>();

    private record Refused(long line, @Nullable String noticeId, Refusal refusal, List<BadLine> errors) {}

    /** A line was recorded, or was on record. */
    void recorded(long line, boolean now, boolean hasSuspiciousNumber) {
        lines++;
        if (now) {
            changed++;
        } else {
            unchanged++;
        }
        if (hasSuspiciousNumber && suspicious.size() < KEPT) {
            suspicious.add(new BadLine.Field(line, FieldError.of("trackingNumber", FieldRule.CHECK_DIGIT)));
        }
    }

    /** A line was refused. */
    void refused(long line, String noticeId, Refusal refusal) {
        List<BadLine> errors = refusal.fields().stream()
                .<BadLine>map(error -> new BadLine.Field(line, error))
                .toList();
        add(new Refused(line, Sentences.shown(noticeId), refusal, errors));
    }

    /** A line has not as many columns as the header. */
    void columnsWrong(long line) {
        add(new Refused(
                line,
                null,
                Refusal.of(ErrorCode.INVALID_FIELDS),
                List.of(new BadLine.Whole(line, BadLine.Fault.COLUMNS))));
    }

    /** As shown to the reader. */
    ResultsController.Report shown(Sentences sentences, Locale language) {
        return new ResultsController.Report(
                lines,
                changed,
                unchanged,
                refused.stream().map(line -> shown(line, sentences, language)).toList(),
                suspicious.stream().map(line -> line.shown(sentences, language)).toList());
    }

    private void add(Refused line) {
        lines++;
        if (refused.size() < KEPT) {
            refused.add(line);
        }
    }

    private static ResultsController.RefusedLine shown(Refused line, Sentences sentences, Locale language) {
        ErrorCode code = line.refusal().code();
        List<Problem.BadField> errors = line.errors().stream()
                .map(error -> error.shown(sentences, language))
                .toList();
        return new ResultsController.RefusedLine(
                line.line(),
                line.noticeId(),
                code.name(),
                sentences.title(code, language),
                sentences.detail(code, line.refusal().arguments(), language),
                errors.isEmpty() ? null : errors);
    }
}
