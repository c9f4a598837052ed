package jp.shomei.app.move;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.history.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Reads the file line by line. */
final class HouseReader implements AutoCloseable {

    /** How much is read at once, in bytes or characters; a line may be longer. */
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final BufferedReader lines;
    private @Nullable String text;

    private HouseReader(Path file, BufferedReader lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Opens it.
     *
     * @throws MoveRefused if there is no such file, or it is none of its kind
     */
    static HouseReader open(Path file) throws IOException {
        try {
            return new HouseReader(
                    file,
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(
                                            new BufferedInputStream(Files.newInputStream(file), BUFFER), BUFFER),
                                    StandardCharsets.UTF_8),
                            BUFFER));
        } catch (NoSuchFileException absent) {
            throw new MoveRefused("there is no file " + file);
        } catch (EOFException | ZipException broken) {
            throw new MoveRefused(file + " is no exported house", broken);
        }
    }

    /** Checks the whole file, down to its last line, and returns that. */
    static Line.End check(Path file) throws IOException {
        MessageDigest digest = HistoryDigest.sha256();
        HistoryDigest history = new HistoryDigest();
        long rows = 0;
        try (HouseReader reader = open(file)) {
            for (@Nullable Line line = reader.next(); line != null; line = reader.next()) {
                Line.End end = line.end();
                if (end != null) {
                    Line.End found = new Line.End(
                            rows,
                            history.events(),
                            history.end(),
                            HexFormat.of().formatHex(digest.digest()));
                    if (!found.equals(end) || reader.next() != null) {
                        throw new MoveRefused(file + " is altered. Its last line tells of " + end.inWords()
                                + "; what is before it has " + found.inWords() + ". Export once more.");
                    }
                    return end;
                }
                digest.update((reader.text() + "\n").getBytes(StandardCharsets.UTF_8));
                StoredEvent event = line.event();
                if (event != null) {
                    history.add(event);
                }
                rows += line.row() == null ? 0 : 1;
            }
        }
        throw new MoveRefused(file + " has no end: the export was broken off, or a part is missing");
    }

    /**
     * The next line; none at the end.
     *
     * @throws MoveRefused if the file is damaged
     */
    @Nullable Line next() throws IOException {
        try {
            String read = lines.readLine();
            text = read;
            if (read == null) {
                return null;
            }
            Line line = Line.read(read);
            if (line == null) {
                throw new MoveRefused(file + " is damaged: a line of it cannot be read");
            }
            return line;
        } catch (EOFException | ZipException broken) {
            throw new MoveRefused(file + " is damaged, or its end is missing", broken);
        }
    }

    /** The text of the line that was read last. */
    String text() {
        return String.valueOf(text);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
