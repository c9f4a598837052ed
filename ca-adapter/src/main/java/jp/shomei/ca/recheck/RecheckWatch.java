package jp.shomei.ca.recheck;

import java.util.List;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;

/** What the last look at all certificates on file found. */
public final class RecheckWatch implements AuthorityWatch {

    private static final String NAME = "certificates-on-file";

    private final CertificateRecheck recheck;

    public RecheckWatch(CertificateRecheck recheck) {
        this.recheck = recheck;
    }

    @Override
    public List<WatchEntry> look() {
        return List.of(recheck.lastReport()
                .map(RecheckWatch::entry)
                .orElseGet(() -> new WatchEntry(NAME, State.GOOD, "not looked at since the start")));
    }

    private static WatchEntry entry(RecheckReport report) {
        if (report.isSound()) {
            return new WatchEntry(
                    NAME, State.GOOD, "all %,d keep their profiles, by %s".formatted(report.checked(), report.day()));
        }
        String finding = report.findings().isEmpty()
                ? "not all could be read"
                : "for example " + report.findings().getFirst();
        return new WatchEntry(
                NAME,
                State.WARNING,
                "%,d of %,d have findings, by %s: %s; see the log"
                        .formatted(report.flawed(), report.checked(), report.day(), finding));
    }
}
