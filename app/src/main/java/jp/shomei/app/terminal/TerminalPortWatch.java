package jp.shomei.app.terminal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jp.shomei.ca.terminal.TerminalTls;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;

/** Whether terminals are served, and what stands in the way. */
final class TerminalPortWatch implements AuthorityWatch {

    private static final String NAME = "terminal-port";

    private final Supplier<Optional<Integer>> port;
    private final TerminalTls tls;

    /**
     * @param port the number of the port while it is open
     */
    TerminalPortWatch(Supplier<Optional<Integer>> port, TerminalTls tls) {
        this.port = port;
        this.tls = tls;
    }

    @Override
    public List<WatchEntry> look() {
        Optional<String> concern = tls.concern();
        return List.of(port.get()
                .map(number ->
                        WatchEntry.of(NAME, concern.stream().toList(), "Terminals are served on port " + number + "."))
                .orElseGet(() -> new WatchEntry(
                        NAME,
                        State.FAILING,
                        concern.map("The port for terminals is closed, and tried again every minute: "::concat)
                                .orElse("The port for terminals is closed."))));
    }
}
