package jp.shomei.app.backup;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import jp.shomei.ca.restoration.ListReport;
import jp.shomei.contracts.time.JapanTime;

/** How backups and lists are told of on a terminal. */
final class Told {

    private Told() {}

    static void backup(PrintWriter out, BackupManifest manifest) {
        BackupManifest.History history = manifest.history();
        Instant newest = history.newestAt();
        out.println("  made at " + manifest.madeAt().atZone(JapanTime.ZONE).toOffsetDateTime() + " by version "
                + manifest.program());
        out.println("  " + history.events() + " events"
                + (newest == null
                        ? ""
                        : ", the newest of " + newest.atZone(JapanTime.ZONE).toOffsetDateTime()));
        out.println("  SHA-256 of the history " + history.sha256());
        out.println("  " + manifest.files().size() + " files");
    }

    static void list(PrintWriter out, Path file, ListReport report) {
        out.println(file + ": revocation list number " + report.number() + " of "
                + report.thisUpdate().atZone(JapanTime.ZONE).toOffsetDateTime() + ", " + report.entries()
                + " serial numbers");
        out.println(
                "  " + report.again().size() + " of them are revoked again; that comes on record at the next start");
        report.again().forEach(serial -> out.println("    " + serial));
        out.println("  " + report.unknown().size()
                + " of them are of certificates issued after the backup; they stay on the lists");
        report.unknown().forEach(serial -> out.println("    " + serial));
    }
}
