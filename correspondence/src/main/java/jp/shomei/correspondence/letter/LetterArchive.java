package jp.shomei.correspondence.letter;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file in which nothing tells when and where it was made: every entry is of the beginning of the day of posting, and
 * stored as it is, since letters are compressed already.
 */
final class LetterArchive implements Closeable {

    private final ZipOutputStream entries;
    private final LocalDateTime time;

    LetterArchive(OutputStream file, LocalDate day) {
        this.entries = new ZipOutputStream(file);
        this.time = day.atStartOfDay();
    }

    void add(String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(time);
        entries.putNextEntry(entry);
        entries.write(content);
        entries.closeEntry();
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}
