package jp.shomei.app.move;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import jp.shomei.app.history.StoredEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of the file: exactly one of its parts is there. They come in this order.
 *
 * @param house what kind of file it is
 * @param position how far a reaction has come
 * @param row of a table
 * @param event of the history
 * @param end what the file ends with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
        @Nullable House house,
        @Nullable ReactionPosition position,
        @Nullable Row row,
        @Nullable StoredEvent event,
        @Nullable End end) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The beginning.
     *
     * @param format {@link #FORMAT}
     * @param version of the format
     * @param program the version of the program that wrote it
     * @param writtenAt when, in real time
     * @param deadLetters identifiers of events that reactions could not do and keep
     */
    record House(String format, int version, String program, String writtenAt, List<String> deadLetters) {

        static final String FORMAT = "shomei-house";
        static final int VERSION = 2;

        House {
            deadLetters = List.copyOf(deadLetters);
        }
    }

    /**
     * A row of a table.
     *
     * @param table its name, lower case
     * @param values by the names of the columns, lower case; as text, bytes in base64
     */
    record Row(String table, Map<String, @Nullable String> values) {}

    /**
     * The end.
     *
     * @param rows how many rows there are
     * @param events how many events there are
     * @param historySha256 digest of the events, hexadecimal
     * @param fileSha256 digest of every line before this one, hexadecimal
     */
    record End(long rows, long events, String historySha256, String fileSha256) {

        /** For an operator. */
        String inWords() {
            return "%d rows and %d events, SHA-256 of the history %s, of the lines %s"
                    .formatted(rows, events, historySha256, fileSha256);
        }
    }

    static Line of(House house) {
        return new Line(house, null, null, null, null);
    }

    static Line of(ReactionPosition position) {
        return new Line(null, position, null, null, null);
    }

    static Line of(Row row) {
        return new Line(null, null, row, null, null);
    }

    static Line of(StoredEvent event) {
        return new Line(null, null, null, event, null);
    }

    static Line of(End end) {
        return new Line(null, null, null, null, end);
    }

    /** Reads one; nothing if it is none. */
    static @Nullable Line read(String text) {
        try {
            return JSON.readValue(text, Line.class);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /** Without its end. */
    String text() {
        return JSON.writeValueAsString(this);
    }
}
