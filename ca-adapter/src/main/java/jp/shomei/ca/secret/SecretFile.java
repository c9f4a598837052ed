package jp.shomei.ca.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that only its owner may read, wherever it lies. */
public final class SecretFile {

    private SecretFile() {}

    /**
     * Reads it.
     *
     * @throws SecretUnusable if it is missing, cannot be read, or others than the owner may read it
     */
    public static byte[] read(Path file) {
        requireOwnerOnly(file);
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new SecretUnusable(file + " cannot be read", unreadable);
        }
    }

    static void requireOwnerOnly(Path path) {
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
}
