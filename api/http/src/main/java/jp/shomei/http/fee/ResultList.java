package jp.shomei.http.fee;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.ResultFaults;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.refusal.BadLine;
import jp.shomei.http.refusal.BadLines;
import jp.shomei.http.upload.CsvRows;
import jp.shomei.http.upload.UploadCharset;
import org.jspecify.annotations.Nullable;

/** A list of results as it was sent: its lines in their order, and where each of them stands. */
final class ResultList {
    private static final int MOST_LINES = 50_000;
    private static final int CHUNK = 500;
    private static final int FIRST_LINE = 2;
    private final List<ResultLine> lines = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final BadLines bad = new BadLines();
    private final boolean array;
    private int read;
    private boolean explicit = true;

    private ResultList(boolean array) {
        this.array = array;
    }

    /**
     * Reads a file.
     *
     * @param declared the charset it is said to be in
     * @throws jp.shomei.http.refusal.BadFile if it cannot be read, or naming the lines that are none
     */
    static ResultList of(Path file, Optional<Charset> declared, LocalDate today) throws IOException {
        ResultList list = new ResultList(false);
        try (CsvRows rows = CsvRows.open(file, UploadCharset.of(file, declared), ResultForm.COLUMNS)) {
            for (var chunk = rows.next(CHUNK); !chunk.isEmpty(); chunk = rows.next(CHUNK)) {
                list.requireRoomFor(chunk.size());
                chunk.forEach(row -> list.add(row, today));
            }
        }
        return list.checked();
    }

    /**
     * Reads an array.
     *
     * @throws jp.shomei.http.refusal.BadFile naming the elements that are no lines
     */
    static ResultList of(List<@Nullable ResultForm> forms, LocalDate today) {
        ResultList list = new ResultList(true);
        list.requireRoomFor(forms.size());
        for (ResultForm form : forms) {
            Parameters typed = new Parameters();
            ResultForm written = form == null ? new ResultForm(null, null, null, null) : form;
            list.add(list.read, written.read(typed, today), typed);
        }
        return list.checked();
    }

    /** The lines in their order. */
    List<ResultLine> lines() {
        return lines;
    }

    /** Whether every line says which deduction and which day it is about, so that it means the same on any day. */
    boolean isExplicit() {
        return explicit;
    }

    /** Refuses the list for what is wrong with its lines, each named as its sender knows it. */
    void refuse(List<ResultFaults.Fault> faults) {
        for (ResultFaults.Fault fault : faults) {
            int index = fault.index();
            bad(index, new BadLine.Whole(numbers.get(index), kind(fault.kind()), arguments(fault.status())));
        }
        checked();
    }

    private void add(CsvRows.Row row, LocalDate today) {
        if (row.fields().isEmpty()) {
            bad(read++, new BadLine.Whole(row.line(), BadLine.Fault.COLUMNS));
            return;
        }
        CsvRows.Fields fields = row.fields().get();
        explicit &= ResultForm.isExplicit(fields);
        Parameters typed = new Parameters();
        add(row.line(), ResultForm.read(fields, typed, today), typed);
    }

    private void add(long number, Optional<ResultLine> line, Parameters typed) {
        typed.errors().forEach(error -> bad(read, new BadLine.Field(number, error)));
        line.ifPresent(good -> {
            lines.add(good);
            numbers.add(number);
        });
        read++;
    }

    private void bad(int index, BadLine fault) {
        bad.add(index, array ? new BadLine.Element(index, fault) : fault);
    }

    private void requireRoomFor(int more) {
        if (read + more > MOST_LINES) {
            throw Refused.because(ErrorCode.BODY_TOO_LARGE);
        }
    }

    private ResultList checked() {
        if (read == 0) {
            bad(0, new BadLine.Whole(FIRST_LINE, BadLine.Fault.EMPTY));
        }
        bad.refuseIfAny(ErrorCode.RESULTS_HAVE_BAD_LINES);
        return this;
    }

    private static BadLine.Fault kind(ResultFaults.Kind kind) {
        return switch (kind) {
            case NO_BILL -> BadLine.Fault.NO_BILL;
            case DOES_NOT_FIT -> BadLine.Fault.DOES_NOT_FIT;
            case DAY_OUT_OF_RANGE -> BadLine.Fault.DAY_OUT_OF_RANGE;
            case NOT_YET_DUE -> BadLine.Fault.NOT_YET_DUE;
            case TWICE -> BadLine.Fault.TWICE;
        };
    }

    private static List<String> arguments(@Nullable BillStatus status) {
        return status == null ? List.of() : List.of(status.label(), status.name());
    }
}
