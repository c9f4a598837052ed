package jp.shomei.ca.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A directory of secrets that comes into being whole or not at all: it is filled under another name, forced to disk and
 * then renamed. A start that was killed before the rename leaves nothing that counts, and the next one begins anew.
 */
public final class SecretDirectory {

    private final Path directory;

    private SecretDirectory(Path directory) {
        this.directory = directory;
    }

    /** Fills a new directory. */
    public interface Maker {

        /** Writes everything the directory is to hold. */
        void fill(SecretDirectory empty);
    }

    /** Whether there is nothing at this place: no directory, or an empty one. */
    public static boolean isAbsent(Path place) {
        try (Stream<Path> content = Files.list(place)) {
            return content.findAny().isEmpty();
        } catch (NoSuchFileException absent) {
            return true;
        } catch (IOException unreadable) {
            throw new SecretUnusable("the secrets in " + place + " cannot be read", unreadable);
        }
    }

    /**
     * Opens a directory that exists.
     *
     * @throws SecretUnusable if others than the owner may look into it
     */
    public static SecretDirectory open(Path place) {
        requireOwnerOnly(place);
        return new SecretDirectory(place);
    }

    /** Makes a directory where there is nothing. */
    public static SecretDirectory make(Path place, Maker maker) {
        Path target = place.toAbsolutePath();
        Path making = target.resolveSibling(target.getFileName() + ".being-made");
        try {
            Path above = Objects.requireNonNull(target.getParent(), "the root of the file system holds no secrets");
            Files.createDirectories(above);
            delete(making);
            OwnerOnly.createDirectory(making);
            maker.fill(new SecretDirectory(making));
            OwnerOnly.force(making);
            Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.force(above);
        } catch (IOException failed) {
            throw new SecretUnusable("the secrets in " + place + " cannot be made", failed);
        }
        return open(place);
    }

    /** Writes a new file, forced to disk. */
    public void write(String name, byte[] content) {
        try {
            OwnerOnly.write(directory.resolve(name), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Reads a file.
     *
     * @throws SecretUnusable if it is missing, cannot be read, or others than the owner may read it
     */
    public byte[] read(String name) {
        Path file = directory.resolve(name);
        requireOwnerOnly(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new SecretUnusable(file + " cannot be read", unreadable);
        }
    }

    /** Where a file is, for messages. */
    public Path locate(String name) {
        return directory.resolve(name);
    }

    private static void requireOwnerOnly(Path path) {
        try {
            if (!OwnerOnly.holds(path)) {
                throw new SecretUnusable("others than its owner may read " + path + "; take their rights away");
            }
        } catch (NoSuchFileException missing) {
            throw new SecretUnusable(path + " is missing", missing);
        } catch (IOException unreadable) {
            throw new SecretUnusable(path + " cannot be read", unreadable);
        }
    }

    private static void delete(Path leftover) throws IOException {
        if (Files.notExists(leftover)) {
            return;
        }
        try (Stream<Path> content = Files.walk(leftover)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
