package jp.shomei.app.move;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.history.StoredEvent;

/**
 * Writes the file in pieces, each compressed for itself and on disk before the next: whatever a kill leaves is whole pieces
 * and perhaps a part of one. Beside it a note says how long the whole pieces are.
 */
final class HouseWriter implements AutoCloseable {

    private static final int PIECE = 4 * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest lines = HistoryDigest.sha256();
    private final HistoryDigest history = new HistoryDigest();
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private long rows;

    private HouseWriter(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Under what name the file is written before it is whole. */
    static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + ".unfinished");
    }

    private static Path note(Path file) {
        return file.resolveSibling(file.getFileName() + ".unfinished.length");
    }

    /** Begins a file, or goes on with one that was broken off: its whole pieces can be read before anything is added. */
    static HouseWriter open(Path file) throws IOException {
        long whole = Files.exists(note(file))
                ? Long.parseLong(Files.readString(note(file)).strip())
                : 0;
        FileChannel channel = FileChannel.open(
                unfinished(file),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        channel.truncate(whole);
        channel.position(Math.min(whole, channel.size()));
        return new HouseWriter(file, channel);
    }

    /** Whether nothing is written yet. */
    boolean isEmpty() throws IOException {
        return channel.size() == 0;
    }

    /** Forgets what is written. */
    void beginAnew() throws IOException {
        Files.deleteIfExists(note(file));
        channel.truncate(0);
    }

    /** Counts a line that is written already. */
    void count(String text, Line line) {
        digest(text, line);
    }

    /** Writes a line. */
    void write(Line line) throws IOException {
        String text = line.text();
        digest(text, line);
        piece.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        if (piece.size() >= PIECE) {
            flush();
        }
    }

    /** Writes the end, and gives the file its name. */
    Line.End end() throws IOException {
        flush();
        Line.End end = new Line.End(
                rows, history.events(), history.end(), HexFormat.of().formatHex(lines.digest()));
        piece.write((Line.of(end).text() + "\n").getBytes(StandardCharsets.UTF_8));
        flush();
        giveName();
        return end;
    }

    /** Gives a file that has its end its name. */
    void giveName() throws IOException {
        Files.move(unfinished(file), file, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(note(file));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Everything written so far is on disk when this returns, and counts if the next is broken off. */
    void flush() throws IOException {
        if (piece.size() == 0) {
            return;
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            piece.writeTo(gzip);
        }
        piece.reset();
        ByteBuffer bytes = ByteBuffer.wrap(compressed.toByteArray());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
        Path next = note(file).resolveSibling(note(file).getFileName() + ".new");
        Files.writeString(next, String.valueOf(channel.position()));
        Files.move(next, note(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private void digest(String text, Line line) {
        lines.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        StoredEvent event = line.event();
        if (event != null) {
            history.add(event);
        } else if (line.row() != null) {
            rows++;
        }
    }
}
