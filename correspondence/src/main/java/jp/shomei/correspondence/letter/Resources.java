package jp.shomei.correspondence.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files beside this room's classes. */
final class Resources {

    private Resources() {}

    /** The whole of a file. */
    static byte[] bytes(String name) {
        try (InputStream file = Resources.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("this program lacks its file " + name);
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The whole of a file, UTF-8. */
    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
