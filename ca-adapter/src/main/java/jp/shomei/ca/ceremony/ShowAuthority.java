package jp.shomei.ca.ceremony;

import java.io.PrintWriter;
import java.nio.file.Path;
import jp.shomei.ca.authority.AuthorityInventory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what there is and until when. */
@Command(name = "show", description = "Shows the certificates there are and until when they are valid.")
final class ShowAuthority implements Runnable {

    private final PrintWriter out;

    @Option(names = "--data", defaultValue = "data", description = "The system's data directory.")
    private Path data = Path.of("");

    ShowAuthority(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void run() {
        for (AuthorityInventory.Item item : AuthorityInventory.of(AuthorityPlace.open(data))) {
            if (item.signed()) {
                Said.certificate(out, item.what() + ", " + item.file(), item.certificate());
            } else {
                out.println(item.what() + ", " + item.file() + System.lineSeparator() + "  "
                        + item.certificate().getSubjectX500Principal().getName());
                out.flush();
            }
        }
    }
}
