package jp.shomei.app.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.durable.StoreFile;
import jp.shomei.ca.watch.Measure;
import jp.shomei.contracts.backup.BackupView;
import jp.shomei.contracts.backup.BackupViews;
import jp.shomei.contracts.backup.ListBackups;
import jp.shomei.contracts.backup.MakeBackup;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes backups while the system works, one at a time: the store is copied, the copy opened and its events counted, and all
 * of it put into one file. Until that is whole it has another name; what a kill leaves of it is removed by the next.
 */
public final class BackupDesk implements AutoCloseable {

    /** Where backups are, below the data directory, unless another place is set. */
    public static final String DIRECTORY = "backups";

    private static final Logger LOG = LoggerFactory.getLogger(BackupDesk.class);
    private static final String UNFINISHED = ".being-made";
    private static final int MOST_LISTED = 100;
    private static final long CLOSING_SECONDS = 10;

    private final Path data;
    private final Path directory;
    private final @Nullable StoreFile store;
    private final Clock realTime;
    private final BackupAge age;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("backup").factory());
    private @Nullable BackupView newest;

    /**
     * @param data the data directory, without any symbolic link on the way to it
     * @param directory where backups go
     * @param store the durable store, if it is a file of this process
     * @param realTime the clock that backups are dated by, also while business time is simulated
     */
    public BackupDesk(Path data, Path directory, @Nullable StoreFile store, Clock realTime) {
        this.data = data;
        this.directory = directory;
        this.store = store;
        this.realTime = realTime;
        this.age = new BackupAge(directory, realTime);
    }

    /** Begins one. */
    @CommandHandler
    public synchronized BackupView handle(MakeBackup command) {
        StoreFile file = store;
        if (file == null) {
            throw Refused.because(ErrorCode.BACKUP_ELSEWHERE);
        }
        if (newest != null && newest.state() == BackupView.State.BEING_MADE) {
            throw Refused.because(ErrorCode.BACKUP_RUNNING);
        }
        Instant now = realTime.instant();
        String name = BackupName.of(now).text();
        BackupView begun = new BackupView(name, BackupView.State.BEING_MADE, null, null, null, null, null, null);
        newest = begun;
        thread.execute(() -> make(file, name, now));
        return begun;
    }

    /** Those that are there, and the one being made until its file is there. */
    @QueryHandler
    public BackupViews handle(ListBackups query) throws IOException {
        List<BackupView> found = new ArrayList<>();
        BackupView current = current();
        BackupName.in(directory).stream()
                .limit(MOST_LISTED)
                .forEach(name -> found.add(view(directory.resolve(name.text()))));
        if (current != null
                && current.state() != BackupView.State.MADE
                && found.stream().noneMatch(view -> view.name().equals(current.name()))) {
            found.addFirst(current);
        }
        return new BackupViews(found);
    }

    /** How old the newest is; nothing where backups are made elsewhere. */
    public List<Measure> measures() {
        return store == null ? List.of() : age.measures();
    }

    /** Lets one that is being made come to its end, for a while. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A backup was still being made and is given up.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(StoreFile store, String name, Instant now) {
        try {
            Path file = directory.resolve(name);
            BackupManifest.History history = write(store, file, now);
            LOG.info("Made backup {} with {} events", file, history.events());
            show(view(file));
        } catch (Throwable failed) {
            // also after an error it is no longer being made
            String problem = Objects.requireNonNullElseGet(failed.getMessage(), failed::toString);
            show(new BackupView(name, BackupView.State.FAILED, null, null, null, null, null, problem));
            LOG.error("The backup {} could not be made", name, failed);
        }
    }

    /** Whatever comes of it, nothing unfinished is left: a copy of the store may fill the disk. */
    private BackupManifest.History write(StoreFile store, Path file, Instant now) throws IOException, SQLException {
        PrivateFiles.createDirectories(directory);
        Path unfinished = directory.resolve(UNFINISHED);
        PrivateFiles.delete(unfinished);
        try (Closeable cleared = () -> PrivateFiles.delete(unfinished)) {
            PrivateFiles.createDirectories(unfinished);
            Path copy = unfinished.resolve("store.mv.db");
            store.copyTo(copy);
            BackupManifest.History history;
            try (CopiedStore opened = CopiedStore.open(copy)) {
                history = opened.history();
            }
            Path whole = unfinished.resolve(file.getFileName());
            new BackupWriter(data, directory.toRealPath()).write(whole, copy, history, now);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.force(directory);
            return history;
        }
    }

    private synchronized void show(BackupView view) {
        newest = view;
    }

    private synchronized @Nullable BackupView current() {
        return newest;
    }

    private static BackupView view(Path file) {
        String name = file.getFileName().toString();
        try (BackupFile opened = BackupFile.open(file)) {
            BackupManifest manifest = opened.contents();
            return new BackupView(
                    name,
                    BackupView.State.MADE,
                    file.toString(),
                    Files.size(file),
                    manifest.madeAt().atZone(JapanTime.ZONE).toOffsetDateTime(),
                    manifest.history().events(),
                    manifest.history().sha256(),
                    null);
        } catch (IOException | BackupRefused unreadable) {
            return new BackupView(
                    name, BackupView.State.FAILED, file.toString(), null, null, null, null, unreadable.getMessage());
        }
    }
}
