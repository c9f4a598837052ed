package jp.shomei.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.message.MessageSerializer;

/** Every public type of this module, as compiled. */
public final class ContractTypes {

    private static final String CLASS_FILE = ".class";

    private ContractTypes() {}

    /** By full name. */
    public static List<Class<?>> all() {
        Path classes = classesFolder();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(CLASS_FILE) && !file.endsWith("-info.class"))
                    .<Class<?>>map(ContractTypes::load)
                    .filter(ContractTypes::isPublic)
                    .sorted(Comparator.comparing(Class::getName))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path classesFolder() {
        try {
            return Path.of(MessageSerializer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - CLASS_FILE.length()).replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, ContractTypes.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }
}
