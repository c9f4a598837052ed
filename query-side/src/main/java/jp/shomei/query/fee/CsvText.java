package jp.shomei.query.fee;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV: every field quoted, rows ended by CR LF. A field that a spreadsheet would take for a formula gets an
 * apostrophe before it; numbers are left as they are.
 */
final class CsvText {

    /** The full-width ones are taken for formulas where Japanese is the spreadsheet's language. */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final StringWriter text = new StringWriter();
    private final CsvWriter rows = CsvWriter.builder()
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(0)
            .build(text);

    /** A row; text that is harmful to a spreadsheet is made harmless. */
    void add(List<String> fields) {
        CsvWriter.CsvWriterRecord row = rows.writeRecord();
        for (String field : fields) {
            row.writeField(harmless(field));
        }
        row.endRecord();
    }

    /** The fields of a row: days as in 20240610, constants by name; empty where there is nothing. */
    static List<String> fields(@Nullable Object... values) {
        return Stream.of(values).map(CsvText::field).toList();
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String field(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate day -> DateTimeFormatter.BASIC_ISO_DATE.format(day);
            case Enum<?> constant -> constant.name();
            default -> value.toString();
        };
    }

    private static String harmless(String field) {
        return beginsFormula(field) && !NUMBER.matcher(field).matches() ? "'" + field : field;
    }

    private static boolean beginsFormula(String field) {
        return !field.isEmpty() && BEGINS_FORMULA.indexOf(field.charAt(0)) >= 0;
    }
}
