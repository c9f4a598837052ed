package jp.shomei.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes back to a backup. */
@Command(name = "restore", description = "Restores a backup into an empty data directory.")
final class RestoreBackup implements Callable<Integer> {

    private final Clock realTime;
    private final PrintWriter out;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(names = "--data", defaultValue = "data", description = "The data directory, empty or not there.")
    private Path data = Path.of("");

    @Option(
            names = "--crl",
            paramLabel = "LIST",
            description =
                    "A revocation list (DER or PEM) published after the backup: what stands on it is revoked again."
                            + " Once for each list.")
    private List<Path> lists = new ArrayList<>();

    RestoreBackup(Clock realTime, PrintWriter out) {
        this.realTime = realTime;
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        List<byte[]> contents = ListFiles.read(lists);
        try (BackupFile backup = BackupFile.open(file)) {
            Restore.Outcome outcome = new Restore(data, realTime).from(backup, contents);
            out.println(file + " is restored in " + data.toAbsolutePath().normalize() + ".");
            Told.backup(out, outcome.manifest());
            out.println("  " + outcome.mails() + " mails waited when it was made and may have been sent since;"
                    + " send them again one by one: GET /api/v1/mails?state=GIVEN_UP");
            for (int i = 0; i < lists.size(); i++) {
                Told.list(out, lists.get(i), outcome.lists().get(i));
            }
            if (lists.isEmpty()) {
                out.println("No revocation list was named. What was revoked after the backup is valid again until it"
                        + " is: before the start, take the newest published list and say"
                        + " ./run backup revoke --data=" + data + " LIST");
            }
        }
        return 0;
    }
}
