package jp.shomei.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks a backup without restoring it: every file, and the store's events one by one. */
@Command(name = "verify", description = "Checks a backup, down to its last event, without restoring it.")
final class VerifyBackup implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    VerifyBackup(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        try (BackupFile backup = BackupFile.open(file);
                VerifyScratch scratch = VerifyScratch.in(Path.of(System.getProperty("java.io.tmpdir", "/tmp")))) {
            backup.check(scratch.directory());
            try (CopiedStore store = CopiedStore.open(scratch.directory().resolve(BackupManifest.STORE))) {
                backup.requireHistory(store);
            }
            out.println(file + " is whole and unaltered.");
            Told.backup(out, backup.contents());
        }
        return 0;
    }
}
