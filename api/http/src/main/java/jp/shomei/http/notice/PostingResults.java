package jp.shomei.http.notice;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.notice.PostingOutcome;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.message.Origin;
import jp.shomei.http.refusal.Refusals;
import jp.shomei.http.upload.CsvRows;
import jp.shomei.http.upload.UploadCharset;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Records what the forwarding agent reports, line by line: a line that is refused keeps no other from being recorded. A
 * file can be sent again, since what is on record changes nothing.
 */
final class PostingResults {
    private static final int MOST_LINES = 50_000;
    private static final int CHUNK = 500;
    private static final Duration LINE_DEADLINE = Duration.ofSeconds(30);
    private static final List<String> COLUMNS = List.of(ResultLine.HEADER.split(","));
    private final Gateways gateways;

    PostingResults(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Records a file; blocks until it is done.
     *
     * @param file the file
     * @param declared the charset it is said to be in
     * @param origin who sent it
     * @throws jp.shomei.http.refusal.BadFile if not all of it can be read; nothing is recorded then
     */
    ResultReport run(Path file, Optional<Charset> declared, Origin origin) throws Exception {
        Charset charset = UploadCharset.of(file, declared);
        requireReadable(file, charset);
        ResultReport report = new ResultReport();
        try (CsvRows rows = CsvRows.open(file, charset, COLUMNS)) {
            for (var chunk = rows.next(CHUNK); !chunk.isEmpty(); chunk = rows.next(CHUNK)) {
                for (CsvRows.Row row : chunk) {
                    record(row, report, origin);
                }
            }
        }
        return report;
    }

    private static void requireReadable(Path file, Charset charset) throws Exception {
        int lines = 0;
        try (CsvRows rows = CsvRows.open(file, charset, COLUMNS)) {
            for (var chunk = rows.next(CHUNK); !chunk.isEmpty(); chunk = rows.next(CHUNK)) {
                lines += chunk.size();
                if (lines > MOST_LINES) {
                    throw Refused.because(ErrorCode.BODY_TOO_LARGE);
                }
            }
        }
    }

    private void record(CsvRows.Row row, ResultReport report, Origin origin) throws Exception {
        if (row.fields().isEmpty()) {
            report.columnsWrong(row.line());
            return;
        }
        CsvRows.Fields fields = row.fields().get();
        try {
            ResultLine line = ResultLine.read(fields);
            PostingOutcome outcome = gateways.sendAndWait(line.command(), PostingOutcome.class, origin, LINE_DEADLINE);
            report.recorded(row.line(), outcome.changed(), line.suspicious());
        } catch (AggregateNotFoundException unknown) {
            report.refused(row.line(), ResultLine.noticeId(fields), Refusal.of(ErrorCode.NOTICE_NOT_FOUND));
        } catch (Exception failed) {
            Refusal refusal = Refusals.of(failed);
            if (!concernsOneLine(refusal)) {
                // no other line would fare better, and the file can be sent again
                throw failed;
            }
            report.refused(row.line(), ResultLine.noticeId(fields), refusal);
        }
    }

    private static boolean concernsOneLine(Refusal refusal) {
        return switch (refusal.code().kind()) {
            case INVALID, NOT_FOUND, CONFLICT -> true;
            default -> false;
        };
    }
}
