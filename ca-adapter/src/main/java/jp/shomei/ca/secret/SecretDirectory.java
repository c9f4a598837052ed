package jp.shomei.ca.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
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
        SecretFile.requireOwnerOnly(place);
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
        return SecretFile.read(directory.resolve(name));
    }

    /** Whether there is a file of this name. */
    public boolean holds(String name) {
        return Files.exists(directory.resolve(name));
    }

    /** The names of its files. */
    public List<String> names() {
        try (Stream<Path> content = Files.list(directory)) {
            return content.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException unreadable) {
            throw new SecretUnusable("the secrets in " + directory + " cannot be read", unreadable);
        }
    }

    /**
     * Adds a file to a directory in use: it is there whole or not at all.
     *
     * @throws SecretUnusable if there is one of this name, or it cannot be written
     */
    public void add(String name, byte[] content) {
        Path file = directory.resolve(name);
        Path making = directory.resolve(name + ".being-made");
        if (Files.exists(file)) {
            throw new SecretUnusable(file + " is there already and is not overwritten");
        }
        try {
            Files.deleteIfExists(making);
            OwnerOnly.write(making, content);
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.force(directory);
        } catch (IOException failed) {
            throw new SecretUnusable(file + " cannot be written", failed);
        }
    }

    /** Removes a file that has served its purpose. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(directory.resolve(name));
            OwnerOnly.force(directory);
        } catch (IOException failed) {
            throw new SecretUnusable(directory.resolve(name) + " cannot be removed", failed);
        }
    }

    /** Where a file is, for messages. */
    public Path locate(String name) {
        return directory.resolve(name);
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
