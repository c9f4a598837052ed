package jp.shomei.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.start.DataDirectory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the file of a backup: the copied store, every other file of the data directory, and the manifest. */
final class BackupWriter {

    /** What can be rebuilt, what belongs to the running process, and backups where they are unless set otherwise. */
    private static final Set<String> LEFT_OUT = Set.of("durable", "read-models", "lock", BackupDesk.DIRECTORY);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path data;
    private final Path backups;
    private final List<BackupManifest.Item> items = new ArrayList<>();

    /**
     * Both directories without any symbolic link on the way to them.
     *
     * @param data the data directory
     * @param backups where backups are, which may be below it
     */
    BackupWriter(Path data, Path backups) {
        this.data = data;
        this.backups = backups;
    }

    /**
     * Writes it, on disk when this returns.
     *
     * @param history of the copied store
     * @throws BackupRefused if something that must be in it could not be
     */
    BackupManifest write(Path file, Path store, BackupManifest.History history, Instant madeAt) throws IOException {
        items.clear();
        BackupManifest manifest;
        try (ZipOutputStream zip = new ZipOutputStream(PrivateFiles.create(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            add(zip, BackupManifest.STORE, store);
            for (Path path : others()) {
                add(zip, data.relativize(path).toString(), path);
            }
            manifest = new BackupManifest(
                    BackupManifest.FORMAT, BackupManifest.VERSION, version(), madeAt, history, items);
            zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
            zip.write(JSON.writeValueAsBytes(manifest));
            zip.closeEntry();
        }
        PrivateFiles.force(file);
        return manifest;
    }

    private List<Path> others() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : PrivateFiles.below(data, this::isLeftOut)) {
            if (Files.isSymbolicLink(path)) {
                throw new BackupRefused(path + " is a symbolic link, and what it leads to would be in no backup;"
                        + " put the files themselves in its place, or mount their disk there");
            }
            if (Files.isRegularFile(path)) {
                found.add(path);
            }
        }
        Path authority = data.resolve(DataDirectory.AUTHORITY);
        if (found.stream().noneMatch(path -> path.startsWith(authority))) {
            throw new BackupRefused("there is no file in " + authority
                    + " that could be kept, and without the authority's keys a backup is worth nothing");
        }
        return found;
    }

    private boolean isLeftOut(Path path) {
        return path.equals(backups)
                || (data.equals(path.getParent())
                        && LEFT_OUT.contains(path.getFileName().toString()));
    }

    /** A file that is gone meanwhile was none to keep: whatever must be kept stays where it is. */
    private void add(ZipOutputStream zip, String name, Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file);
                DigestInputStream digested = new DigestInputStream(content, HistoryDigest.sha256())) {
            zip.putNextEntry(new ZipEntry(name));
            long bytes = digested.transferTo(zip);
            zip.closeEntry();
            items.add(new BackupManifest.Item(
                    name,
                    bytes,
                    HexFormat.of().formatHex(digested.getMessageDigest().digest())));
        } catch (NoSuchFileException gone) {
            if (name.equals(BackupManifest.STORE)) {
                throw gone;
            }
        }
    }

    private static String version() {
        String version = BackupWriter.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
