package jp.shomei.http.upload;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.http.refusal.BadFile;
import jp.shomei.http.refusal.BadLine;

/** The rows of a CSV file (RFC 4180) with a header, read a few hundred at a time. */
public final class CsvRows implements Closeable {
    private static final int LONGEST_ROW = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private final List<String> header;
    private long lastLine;
    private int index;

    private CsvRows(BufferedReader characters, List<String> columns) {
        this.columns = columns;
        records = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(characters)
                .iterator();
        header = readHeader();
    }

    /**
     * One row.
     *
     * @param index its place among the rows, from 0
     * @param line the line it begins on, from 1
     * @param fields what it says; empty if it has not as many columns as the header
     */
    public record Row(int index, long line, Optional<Fields> fields) {}

    /** The fields of a row. */
    @FunctionalInterface
    public interface Fields {
        /** The field in a column. */
        String in(String column);
    }

    /**
     * Opens a file and reads its header.
     *
     * @param columns the columns, which the header names in this or any other order
     * @throws BadFile if the header does not name the columns, each once
     */
    public static CsvRows open(Path file, Charset charset, List<String> columns) throws IOException {
        BufferedReader characters = Files.newBufferedReader(file, charset);
        try {
            characters.mark(1);
            if (characters.read() != BYTE_ORDER_MARK) {
                characters.reset();
            }
            return new CsvRows(characters, columns);
        } catch (IOException | RuntimeException unreadable) {
            characters.close();
            throw unreadable;
        }
    }

    /**
     * The next rows, at most so many; none at the end.
     *
     * @throws BadFile if what follows is no CSV
     */
    public List<Row> next(int most) {
        List<Row> rows = new ArrayList<>(most);
        while (rows.size() < most && hasNext()) {
            CsvRecord read = records.next();
            lastLine = read.getStartingLineNumber();
            rows.add(new Row(index++, lastLine, fields(read)));
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** The parser reads ahead: it is here that it finds a row it cannot read. */
    private boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException notCsv) {
            throw notCsv(lastLine + 1);
        }
    }

    private static BadFile notCsv(long line) {
        return new BadFile(ErrorCode.IMPORT_UNREADABLE, List.of(new BadLine.Whole(line, BadLine.Fault.NOT_CSV)), 1);
    }

    private List<String> readHeader() {
        if (!hasNext()) {
            throw badHeader(1, columns, List.of());
        }
        CsvRecord read = records.next();
        lastLine = read.getStartingLineNumber();
        List<String> found = read.getFields().stream().map(String::strip).toList();
        if (found.size() != columns.size() || !found.containsAll(columns)) {
            List<String> missing =
                    columns.stream().filter(column -> !found.contains(column)).toList();
            List<String> unknown =
                    found.stream().filter(column -> !columns.contains(column)).toList();
            throw badHeader(lastLine, missing, unknown);
        }
        return found;
    }

    private BadFile badHeader(long line, List<String> missing, List<String> unknown) {
        List<BadLine> errors = new ArrayList<>();
        missing.forEach(column -> errors.add(new BadLine.Field(line, FieldError.of(column, FieldRule.REQUIRED))));
        unknown.stream()
                .limit(columns.size())
                .forEach(column -> errors.add(new BadLine.Field(line, FieldError.of(column, FieldRule.UNKNOWN))));
        if (errors.isEmpty()) {
            errors.add(new BadLine.Whole(line, BadLine.Fault.HEADER));
        }
        return new BadFile(ErrorCode.IMPORT_UNREADABLE, errors, 1);
    }

    private Optional<Fields> fields(CsvRecord row) {
        if (swallowsRows(row)) {
            throw notCsv(row.getStartingLineNumber());
        }
        return row.getFieldCount() == header.size()
                ? Optional.of(column -> row.getField(header.indexOf(column)))
                : Optional.empty();
    }

    /**
     * Whether a quotation mark may not have been closed. It swallows the rows after it, of which none may be lost unseen.
     * If nothing closes it by chance, it ends in the last field; if something does, the number of fields is wrong.
     */
    private boolean swallowsRows(CsvRecord row) {
        List<String> fields = row.getFields();
        return row.getFieldCount() == header.size()
                ? hasLineBreak(fields.getLast())
                : fields.stream().anyMatch(CsvRows::hasLineBreak);
    }

    private static boolean hasLineBreak(String field) {
        return field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0;
    }
}
