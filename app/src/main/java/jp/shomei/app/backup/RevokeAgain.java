package jp.shomei.app.backup;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.ca.restoration.RestoredAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes over what published revocation lists say, after a restore and before the next start. */
@Command(
        name = "revoke",
        description = "Revokes again, while the system is down, what stands on revocation lists that it published.")
final class RevokeAgain implements Callable<Integer> {

    private final PrintWriter out;

    @Parameters(paramLabel = "LIST", arity = "1..*", description = "Revocation lists, DER or PEM.")
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--data", defaultValue = "data", description = "The system's data directory.")
    private Path data = Path.of("");

    RevokeAgain(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(data.resolve(BackupManifest.STORE))) {
            throw new BackupRefused("there is no system in " + data + "; name its data directory with --data=DIR");
        }
        List<byte[]> contents = ListFiles.read(lists);
        try (DataDirectory directory = DataDirectory.open(data);
                CopiedStore store = CopiedStore.open(directory.root().resolve(BackupManifest.STORE))) {
            RestoredAuthority authority =
                    new RestoredAuthority(store.dataSource(), directory.root().resolve(DataDirectory.AUTHORITY));
            for (int i = 0; i < lists.size(); i++) {
                Told.list(out, lists.get(i), authority.take(contents.get(i)));
            }
        }
        PrivateFiles.force(data.resolve(BackupManifest.STORE));
        return 0;
    }
}
