package jp.shomei.app.history;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Events as lines of JSON. The same event is the same line, whichever store it comes from. */
public final class EventLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EventLines() {}

    /** One line, without its end. */
    public static String write(StoredEvent event) {
        return JSON.writeValueAsString(event);
    }

    /**
     * Reads one.
     *
     * @throws tools.jackson.core.JacksonException if it is none
     */
    public static StoredEvent read(String line) {
        return JSON.readValue(line, StoredEvent.class);
    }

    /** The bytes that count for digests: the line and its end, in UTF-8. */
    static byte[] bytes(StoredEvent event) {
        return (write(event) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
