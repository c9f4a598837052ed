package jp.shomei.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A {@code ./run} that runs the packaged program, in the directory in which documented lines are typed. */
final class RunScript {

    private RunScript() {}

    static void in(Path directory, String... javaOptions) throws IOException {
        List<String> words = new ArrayList<>(List.of(PackagedProgram.java()));
        words.addAll(List.of(javaOptions));
        words.addAll(PackagedProgram.options());
        Path script = directory.resolve("run");
        Files.writeString(script, "#!/bin/sh\nexec '" + String.join("' '", words) + "' \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
