package jp.shomei.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import jp.shomei.app.history.HistoryDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file of a backup, as it is read: nothing in it is believed that its manifest does not vouch for. */
final class BackupFile implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Room for the names and digests of some hundred thousand files. */
    private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupFile(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest();
    }

    /**
     * Opens it and reads its manifest.
     *
     * @throws BackupRefused if it is no backup, or a part of one, or none that this program can read
     */
    static BackupFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BackupRefused("there is no file " + file);
        }
        @Nullable ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            return new BackupFile(file, zip);
        } catch (ZipException broken) {
            throw new BackupRefused(file + " is no backup, or its end is missing; take another one", broken);
        } catch (IOException unreadable) {
            throw new BackupRefused(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (BackupRefused refused) {
            closeQuietly(zip);
            throw refused;
        }
    }

    BackupManifest contents() {
        return manifest;
    }

    /** Checks every entry without keeping any of them, but for the store, which goes into a directory. */
    void check(Path scratch) throws IOException {
        requireNothingElse();
        for (BackupManifest.Item item : manifest.files()) {
            if (item.name().equals(BackupManifest.STORE)) {
                unpack(item, scratch);
            } else {
                copy(item, OutputStream.nullOutputStream());
            }
        }
    }

    /** Unpacks everything into a directory, on disk when this returns. */
    void unpack(Path directory) throws IOException {
        requireNothingElse();
        for (BackupManifest.Item item : manifest.files()) {
            unpack(item, directory);
        }
        PrivateFiles.forceAll(directory);
    }

    /** Checks that the unpacked store holds the history that the manifest tells of. */
    void requireHistory(CopiedStore store) {
        BackupManifest.History found = store.history();
        if (!manifest.tellsOf(found)) {
            throw new BackupRefused(file + " is damaged: its manifest tells of "
                    + manifest.history().events() + " events with digest "
                    + manifest.history().sha256() + ", the store in it has " + found.events() + " with "
                    + found.sha256());
        }
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }

    private void unpack(BackupManifest.Item item, Path directory) throws IOException {
        Path target = directory.resolve(item.name()).normalize();
        if (!target.startsWith(directory) || target.equals(directory)) {
            throw damaged(item.name());
        }
        PrivateFiles.createDirectories(Objects.requireNonNull(target.getParent()));
        try (OutputStream out = PrivateFiles.create(target)) {
            copy(item, out);
        }
    }

    /** No more bytes are taken than the manifest tells of. */
    private void copy(BackupManifest.Item item, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(item.name());
        if (entry == null) {
            throw damaged(item.name());
        }
        try (InputStream content = zip.getInputStream(entry);
                DigestInputStream digested = new DigestInputStream(content, HistoryDigest.sha256())) {
            byte[] buffer = new byte[64 * 1024];
            long left = item.bytes();
            int read = digested.read(buffer);
            while (read >= 0) {
                left -= read;
                if (left < 0) {
                    throw damaged(item.name());
                }
                out.write(buffer, 0, read);
                read = digested.read(buffer);
            }
            if (left > 0
                    || !item.sha256()
                            .equals(HexFormat.of()
                                    .formatHex(digested.getMessageDigest().digest()))) {
                throw damaged(item.name());
            }
        } catch (ZipException | java.io.EOFException broken) {
            throw damaged(item.name());
        }
    }

    private void requireNothingElse() {
        Set<String> names = new HashSet<>(Set.of(BackupManifest.NAME));
        manifest.files().forEach(item -> names.add(item.name()));
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw damaged(name);
                });
    }

    private BackupManifest manifest() throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.NAME);
        if (entry == null) {
            throw new BackupRefused(file + " is no backup: it has no " + BackupManifest.NAME);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            BackupManifest read = JSON.readValue(content.readNBytes(LARGEST_MANIFEST), BackupManifest.class);
            if (!BackupManifest.FORMAT.equals(read.format())
                    || read.version() < BackupManifest.OLDEST_VERSION
                    || read.version() > BackupManifest.VERSION) {
                throw new BackupRefused(file + " is a backup of another form (" + read.format() + " "
                        + read.version() + ", made by version " + read.program()
                        + "); use the program that made it");
            }
            return read;
        } catch (JacksonException | ZipException | java.io.EOFException | NullPointerException broken) {
            throw damaged(BackupManifest.NAME);
        }
    }

    private BackupRefused damaged(String name) {
        return new BackupRefused(file + " is damaged: " + name + " is not as it was put in; take another one");
    }

    private static void closeQuietly(@Nullable ZipFile zip) {
        if (zip != null) {
            try {
                zip.close();
            } catch (IOException ignored) {
                // it was only read
            }
        }
    }
}
