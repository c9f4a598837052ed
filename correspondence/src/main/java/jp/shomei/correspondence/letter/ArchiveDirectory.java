package jp.shomei.correspondence.letter;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import jp.shomei.contracts.message.Sha256;

/**
 * Where the archives are kept, readable by their owner alone: {@code <batch>.zip}, and beside it {@code
 * <batch>.zip.sha256} for {@code sha256sum -c}. An archive is there whole, or not at all. One thread writes, any may read.
 */
final class ArchiveDirectory {

    private static final String BATCH_ID = "[A-Za-z0-9-]{1,64}";
    private static final int BUFFER = 1 << 16;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;

    ArchiveDirectory(Path directory) {
        this.directory = directory;
    }

    /** What an archive holds. */
    @FunctionalInterface
    interface Filling {
        /** Writes it, closes the stream, and tells how many letters there are. */
        int into(OutputStream file) throws IOException;
    }

    /**
     * An archive that is on disk and not in its place yet.
     *
     * @param batchId the batch
     * @param letters how many letters it holds
     * @param bytes its length
     * @param sha256 its digest, hexadecimal
     */
    record Draft(String batchId, int letters, long bytes, String sha256) {}

    /** Writes an archive beside its place. Leaves nothing behind if that fails. */
    Draft draft(String batchId, Filling filling) throws IOException {
        Files.createDirectories(directory, OWNER_ONLY_DIRECTORY);
        MessageDigest digest = Sha256.begin();
        Path file = draftOf(batchId);
        try {
            int letters = filling.into(new BufferedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(create(file)), digest), BUFFER));
            force(file);
            return new Draft(batchId, letters, Files.size(file), Sha256.hex(digest));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    /** Puts an archive in its place, and its digest beside it. */
    void keep(Draft draft) throws IOException {
        Path place = placeOf(draft.batchId());
        Path digest = place.resolveSibling(place.getFileName() + ".sha256");
        Path newDigest = digest.resolveSibling(digest.getFileName() + ".new");
        try (FileChannel channel = create(newDigest)) {
            String line = draft.sha256() + "  " + place.getFileName() + "\n";
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(newDigest, digest, StandardCopyOption.ATOMIC_MOVE);
        Files.move(draftOf(draft.batchId()), place, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Throws an archive away that is not in its place. */
    void discard(Draft draft) throws IOException {
        Files.deleteIfExists(draftOf(draft.batchId()));
    }

    /** Whether the batch's archive is in its place and has this digest. */
    boolean holds(String batchId, String sha256) throws IOException {
        try {
            return Sha256.hex(placeOf(batchId)).equals(sha256);
        } catch (NoSuchFileException lost) {
            return false;
        }
    }

    /** A part of the batch's archive, if that is in its place and so long. */
    Optional<byte[]> read(String batchId, long total, long offset, int most) throws IOException {
        try (FileChannel channel = FileChannel.open(placeOf(batchId), StandardOpenOption.READ)) {
            if (channel.size() != total) {
                return Optional.empty();
            }
            ByteBuffer part = ByteBuffer.allocate((int) Math.clamp(total - offset, 0, most));
            while (part.hasRemaining() && channel.read(part, offset + part.position()) >= 0) {
                // there may be more
            }
            return part.hasRemaining() ? Optional.empty() : Optional.of(part.array());
        } catch (NoSuchFileException lost) {
            return Optional.empty();
        }
    }

    private Path placeOf(String batchId) {
        if (!batchId.matches(BATCH_ID)) {
            throw new IllegalArgumentException("no batch can be named so");
        }
        return directory.resolve(batchId + ".zip");
    }

    private Path draftOf(String batchId) {
        Path place = placeOf(batchId);
        return place.resolveSibling(place.getFileName() + ".new");
    }

    /** A new file, in the place of one that was left unfinished. */
    private static FileChannel create(Path file) throws IOException {
        Files.deleteIfExists(file);
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
