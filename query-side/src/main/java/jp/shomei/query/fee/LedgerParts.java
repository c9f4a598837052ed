package jp.shomei.query.fee;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.message.Sha256;
import org.jspecify.annotations.Nullable;

/** The ledger's file, in parts. What is held at a time is one part, however long the file. */
final class LedgerParts {

    /** A quarter of a megabyte of text: what finding the place again costs is little beside it. */
    private static final int ROWS = 2_000;

    private final MonthBills bills;

    LedgerParts(MonthBills bills) {
        this.bills = bills;
    }

    /** The part that follows a place; the first, which has the header, if none is given. */
    FilePart after(Optional<LinePlace> place) {
        Iterator<Line> lines = Line.following(bills, place);
        CsvText text = begin(place.isEmpty());
        Line last = rows(lines, text, line -> {});
        return new FilePart(
                text.toString(), last != null && lines.hasNext() ? last.place().toString() : null);
    }

    /** Totals and digest of the whole file. */
    LedgerMeasure measure() {
        Iterator<Line> lines = Line.following(bills, Optional.empty());
        MessageDigest digest = Sha256.begin();
        RunningTotals totals = new RunningTotals();
        CsvText text = begin(true);
        do {
            rows(lines, text, totals::add);
            digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
            text = begin(false);
        } while (lines.hasNext());
        return new LedgerMeasure(totals.totals(), Sha256.hex(digest));
    }

    private static CsvText begin(boolean withHeader) {
        CsvText text = new CsvText();
        if (withHeader) {
            text.add(LedgerCsv.HEADER);
        }
        return text;
    }

    /** As many rows as a part has; tells the last line, if there was any. */
    private static @Nullable Line rows(Iterator<Line> lines, CsvText text, Consumer<Line> also) {
        Line last = null;
        for (int row = 0; row < ROWS && lines.hasNext(); row++) {
            last = lines.next();
            text.add(LedgerCsv.row(last));
            also.accept(last);
        }
        return last;
    }
}
