package jp.shomei.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.ca.restoration.ListReport;
import jp.shomei.ca.restoration.RestoredAuthority;
import jp.shomei.contracts.backup.HistoryRestored;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.correspondence.mail.MailOutbox;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/**
 * Goes back to a backup, in an empty data directory. Everything is unpacked and prepared beside its place and moved there at
 * the end; as long as the place beside is there, no system starts, and the restore can only be begun anew.
 */
final class Restore {

    /** A restore skips a hundredth of a day's request numbers. */
    private static final int MOST_RESTORES = 99;

    private static final String MAY_HAVE_BEEN_SENT =
            "Waited when the backup was made, from which this system was restored; may have been sent since.";

    private final Path data;
    private final Clock realTime;

    /**
     * What was restored.
     *
     * @param manifest of the backup
     * @param mails how many mails waited, which may have been sent since
     * @param lists what became of the revocation lists, in the order in which they were named
     */
    record Outcome(BackupManifest manifest, int mails, List<ListReport> lists) {

        Outcome {
            lists = List.copyOf(lists);
        }
    }

    Restore(Path data, Clock realTime) {
        this.data = data;
        this.realTime = realTime;
    }

    /**
     * Restores.
     *
     * @param lists published revocation lists, the contents of their files
     * @throws BackupRefused if the directory is not empty, or the backup is damaged
     */
    Outcome from(BackupFile backup, List<byte[]> lists) throws IOException {
        try (DataDirectory directory = DataDirectory.openToRestore(data)) {
            Path root = directory.root();
            clear(root);
            Path beside = root.resolve(DataDirectory.UNFINISHED_RESTORE);
            PrivateFiles.createDirectories(beside);
            backup.unpack(beside);
            Outcome outcome = prepare(backup, beside, lists);
            PrivateFiles.forceAll(beside);
            moveUp(beside, root);
            return outcome;
        }
    }

    private Outcome prepare(BackupFile backup, Path beside, List<byte[]> lists) {
        try (CopiedStore store = CopiedStore.open(beside.resolve(BackupManifest.STORE))) {
            backup.requireHistory(store);
            record(store, backup.contents());
            RestoredAuthority authority =
                    new RestoredAuthority(store.dataSource(), beside.resolve(DataDirectory.AUTHORITY));
            authority.skipNumbers();
            authority.dropPooledKeys();
            int mails = new MailOutbox(store.dataSource(), realTime).giveUpWaiting(MAY_HAVE_BEEN_SENT);
            List<ListReport> reports = lists.stream().map(authority::take).toList();
            return new Outcome(backup.contents(), mails, reports);
        }
    }

    /** That the history goes on from here is part of it, right after its newest event. */
    private void record(CopiedStore store, BackupManifest manifest) {
        Instant endedAt = manifest.history().newestAt();
        if (endedAt == null) {
            return;
        }
        int before = (int) count(store.events().stream());
        if (before >= MOST_RESTORES) {
            throw new BackupRefused("this history was restored " + before + " times; its numbers do not allow more");
        }
        HistoryRestored restored = new HistoryRestored(before + 1, endedAt, manifest.madeAt(), realTime.instant());
        GenericDomainEventMessage<HistoryRestored> message = new GenericDomainEventMessage<>(
                "History",
                HistoryRestored.HISTORY,
                before,
                restored,
                MetaData.with(Metadata.ACTOR, Metadata.SYSTEM).and(Metadata.CHANNEL, Metadata.RESTORE));
        StoredEvent stored = StoredEvent.of(message, RawEvents.SERIALIZER);
        store.events().append(List.of(stored.at(endedAt.plusMillis(1))));
    }

    private static long count(Stream<StoredEvent> history) {
        try (history) {
            return history.filter(event -> HistoryRestored.HISTORY.equals(event.aggregateIdentifier()))
                    .count();
        }
    }

    /** Removes what a restore that was broken off has left, and nothing else. */
    private static void clear(Path root) throws IOException {
        boolean brokenOff = Files.exists(root.resolve(DataDirectory.UNFINISHED_RESTORE));
        for (Path path : content(root)) {
            if (!brokenOff) {
                throw new BackupRefused("the data directory " + root + " is not empty: " + path.getFileName()
                        + " is in it. Move everything in it elsewhere, or name another with --data=DIR");
            }
            if (!path.endsWith(DataDirectory.UNFINISHED_RESTORE)) {
                PrivateFiles.delete(path);
            }
        }
        // last: as long as it is there, what is in the directory may be removed
        PrivateFiles.delete(root.resolve(DataDirectory.UNFINISHED_RESTORE));
    }

    private static void moveUp(Path beside, Path root) throws IOException {
        for (Path path : content(beside)) {
            Files.move(path, root.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
        PrivateFiles.force(root);
        Files.delete(beside);
        PrivateFiles.force(root);
    }

    private static List<Path> content(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return new ArrayList<>(found.filter(path -> !path.endsWith(DataDirectory.LOCK))
                    .sorted()
                    .toList());
        }
    }
}
