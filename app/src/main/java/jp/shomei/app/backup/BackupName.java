package jp.shomei.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of a backup's file, which tells when it was begun: {@code shomei-20240327-030000-000.zip}, in UTC.
 *
 * @param text the name
 */
record BackupName(String text) {

    private static final Pattern FORM = Pattern.compile("shomei-([0-9]{8}-[0-9]{6}-[0-9]{3})\\.zip");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    static BackupName of(Instant begun) {
        return new BackupName("shomei-" + STAMP.format(begun) + ".zip");
    }

    /** Those of the backups in a directory, the newest first; none if there is no such directory. */
    static List<BackupName> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> FORM.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .map(BackupName::new)
                    .toList();
        }
    }

    /** When it was begun. */
    Instant begun() {
        return STAMP.parse(FORM.matcher(text).replaceFirst("$1"), Instant::from);
    }
}
