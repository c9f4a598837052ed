package jp.shomei.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.shomei.app.Await;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.durable.StoreFile;
import jp.shomei.app.history.EventLines;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.StartRefused;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.contracts.backup.BackupView;
import jp.shomei.contracts.backup.HistoryRestored;
import jp.shomei.contracts.backup.ListBackups;
import jp.shomei.contracts.backup.MakeBackup;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.ClockMoved;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-29T05:06:07.008Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @TempDir
    Path scratch;

    private Path data;
    private AnnotationConfigApplicationContext system;
    private BackupDesk desk;

    @BeforeEach
    void start() throws Exception {
        data = scratch.resolve("data");
        system = new AnnotationConfigApplicationContext();
        system.registerBean(DataDirectory.class, () -> DataDirectory.open(data));
        system.register(DurableStore.class, Messaging.class);
        system.refresh();
        Files.createDirectories(data.resolve("authority"));
        Files.writeString(data.resolve("authority/escrow.key"), "secret");
        Files.createDirectories(data.resolve("read-models"));
        Files.writeString(data.resolve("read-models/mongo.mv"), "can be rebuilt");
        desk = new BackupDesk(data, data.resolve("backups"), system.getBean(StoreFile.class), CLOCK);
        publish(0, 500);
    }

    @AfterEach
    void stop() {
        desk.close();
        system.close();
    }

    @Test
    void holdsEveryFileThatCannotBeRebuiltAndTheWholeHistory() throws Exception {
        BackupView made = made();

        assertThat(made.name()).isEqualTo("shomei-20261129-050607-008.zip");
        assertThat(made.events()).isEqualTo(500);
        assertThat(made.historySha256())
                .isEqualTo(HistoryDigest.of(events().stream()).end());
        try (BackupFile backup = BackupFile.open(file(made))) {
            assertThat(backup.contents().files())
                    .extracting(BackupManifest.Item::name)
                    .containsExactly("durable/store.mv.db", "authority/escrow.key");
            assertThat(backup.contents().history().position()).isEqualTo(500);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(made))))
                .isEqualTo("rw-------");
        assertThat(run("verify", made.file())).startsWith("0 ").contains("is whole and unaltered", "500 events");
    }

    @Test
    void isTakenWhileCommitsGoOn() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<Integer> published = new ArrayList<>();
        Thread load = Thread.ofPlatform().start(() -> {
            for (int number = 500; !enough.get(); number++) {
                publish(number, number + 1);
                published.add(number);
            }
        });
        List<BackupView> backups = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Files.createDirectories(scratch.resolve("to-" + round));
            BackupDesk another =
                    new BackupDesk(data, scratch.resolve("to-" + round), system.getBean(StoreFile.class), CLOCK);
            backups.add(made(another));
            another.close();
        }
        enough.set(true);
        load.join();

        assertThat(published).hasSizeGreaterThan(10);
        for (BackupView made : backups) {
            assertThat(made.historySha256())
                    .as("%s holds just the first %s events", made.name(), made.events())
                    .isEqualTo(HistoryDigest.of(events().stream().limit(made.events()))
                            .end());
            assertThat(run("verify", made.file())).startsWith("0 ");
        }
        assertThat(backups.getLast().events()).isBetween(501L, 500L + published.size());
    }

    @Test
    void isMadeOneAtATime() {
        desk.handle(new MakeBackup());
        assertThatThrownBy(() -> desk.handle(new MakeBackup())).isInstanceOf(Refused.class);
    }

    @Test
    void isListedNewestFirst() throws Exception {
        BackupView second = made();
        BackupView first = madeIn("backups", Clock.offset(CLOCK, Duration.ofDays(-1)));
        BackupView third = madeIn("backups", Clock.offset(CLOCK, Duration.ofDays(1)));

        assertThat(desk.handle(new ListBackups()).items()).containsExactly(third, second, first);
    }

    @Test
    void thatCouldNotBeMadeLeavesNothingOnTheDisk() throws Exception {
        Files.createSymbolicLink(data.resolve("posting"), scratch);

        BackupView failed = ended(desk);

        assertThat(failed.state()).isEqualTo(BackupView.State.FAILED);
        assertThat(failed.problem()).contains("posting is a symbolic link");
        assertThat(data.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void thatEndsWithAnErrorIsNoLongerBeingMade() throws Exception {
        Path failing = (Path) Proxy.newProxyInstance(
                Path.class.getClassLoader(), new Class<?>[] {Path.class}, (path, method, arguments) -> {
                    throw new OutOfMemoryError("no memory left");
                });
        try (BackupDesk broken =
                new BackupDesk(failing, data.resolve("backups"), system.getBean(StoreFile.class), CLOCK)) {
            BackupView failed = ended(broken);

            assertThat(failed.state()).isEqualTo(BackupView.State.FAILED);
            assertThat(failed.problem()).isEqualTo("no memory left");
            assertThat(broken.handle(new MakeBackup()).state()).isEqualTo(BackupView.State.BEING_MADE);
        }
    }

    @Test
    void isMadeBelowTheDataDirectoryUnderAnyName() throws Exception {
        madeIn("kept/here", Clock.offset(CLOCK, Duration.ofDays(-1)));

        try (BackupFile second = BackupFile.open(file(madeIn("kept/here", CLOCK)))) {
            assertThat(second.contents().files())
                    .extracting(BackupManifest.Item::name)
                    .containsExactly("durable/store.mv.db", "authority/escrow.key");
        }
    }

    @Test
    void isFoundDamagedWhateverBecameOfIt() throws Exception {
        byte[] whole = Files.readAllBytes(file(made()));
        Path damaged = scratch.resolve("damaged.zip");
        int[] places = IntStream.range(1, 20).map(i -> whole.length / 20 * i).toArray();
        for (int place : places) {
            Files.write(damaged, Arrays.copyOf(whole, place));
            refused(damaged, "truncated at " + place);
            byte[] altered = whole.clone();
            altered[place] ^= 1;
            Files.write(damaged, altered);
            refused(damaged, "altered at " + place);
        }
        Files.writeString(damaged, "no backup at all");
        refused(damaged, "something else");
        Files.write(damaged, new byte[0]);
        refused(damaged, "empty");
        refused(scratch.resolve("nothing.zip"), "absent");
    }

    @Test
    void isRestoredAsItWasWithTheRestoreOnRecordAfterIt() throws Exception {
        BackupView made = made();
        publish(500, 600);
        Path restored = scratch.resolve("restored");

        assertThat(run("restore", made.file(), "--data=" + restored)).startsWith("0 ");

        assertThat(restored.resolve("authority/escrow.key")).hasContent("secret");
        assertThat(restored.resolve("read-models")).doesNotExist();
        assertThat(restored.resolve(DataDirectory.UNFINISHED_RESTORE)).doesNotExist();
        try (Stream<Path> all = Files.walk(restored)) {
            assertThat(all.filter(Files::isRegularFile).filter(path -> !path.endsWith("lock")))
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rw-------"));
        }
        try (CopiedStore store = CopiedStore.open(restored.resolve(BackupManifest.STORE))) {
            List<StoredEvent> history = store.events().stream().toList();
            assertThat(history).hasSize(501);
            assertThat(HistoryDigest.of(history.stream().limit(500)).end()).isEqualTo(made.historySha256());
            StoredEvent last = history.getLast();
            assertThat(last.aggregateIdentifier()).isEqualTo(HistoryRestored.HISTORY);
            assertThat(last.payloadType()).isEqualTo(HistoryRestored.class.getName());
            assertThat(last.timestamp()).isEqualTo(history.get(499).timestamp().plusMillis(1));
            assertThat(last.payload()).contains("\"number\":1", "\"restoredAt\":\"2026-11-29T05:06:07.008Z\"");
        }
    }

    @Test
    void isRestoredWithoutTheKeysMadeAhead() throws Exception {
        JdbcClient lost = JdbcClient.create(system.getBean(DataSource.class));
        KeyPool.empty(system.getBean(DataSource.class));
        lost.sql("INSERT INTO pooled_key (id, profile, ciphertext) VALUES ('1', 'rsa-2048', 'a holder has it now')")
                .update();
        Path restored = scratch.resolve("restored");

        assertThat(run("restore", made().file(), "--data=" + restored)).startsWith("0 ");

        try (CopiedStore store = CopiedStore.open(restored.resolve(BackupManifest.STORE))) {
            assertThat(JdbcClient.create(store.dataSource())
                            .sql("SELECT id FROM pooled_key")
                            .query(String.class)
                            .list())
                    .isEmpty();
        }
    }

    @Test
    void isRestoredIntoAnEmptyDirectoryAlone() throws Exception {
        BackupView made = made();
        Path other = Files.createDirectories(scratch.resolve("other"));
        Files.writeString(other.resolve("precious"), "kept");

        assertThat(run("restore", made.file(), "--data=" + other))
                .startsWith("1 ")
                .contains("is not empty: precious");
        assertThat(run("restore", made.file(), "--data=" + data))
                .startsWith("1 ")
                .contains("in use by another");

        assertThat(other.resolve("precious")).hasContent("kept");
        try (Stream<Path> content = Files.list(other)) {
            assertThat(content.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("precious", "lock");
        }
    }

    @Test
    void nobodyStartsOnARestoreThatWasBrokenOffAndTheNextBeginsAnew() throws Exception {
        BackupView made = made();
        Path broken = scratch.resolve("broken");
        Path damaged = scratch.resolve("damaged.zip");
        byte[] altered = Files.readAllBytes(file(made));
        altered[altered.length / 3] ^= 1;
        Files.write(damaged, altered);
        assertThat(run("restore", damaged.toString(), "--data=" + broken))
                .startsWith("1 ")
                .contains("is damaged");
        Files.createDirectories(broken.resolve("authority"));
        Files.writeString(broken.resolve("authority/escrow.key"), "moved up before the kill");

        assertThatThrownBy(() -> DataDirectory.open(broken))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("was broken off");

        assertThat(run("restore", made.file(), "--data=" + broken)).startsWith("0 ");
        assertThat(broken.resolve("authority/escrow.key")).hasContent("secret");
        DataDirectory.open(broken).close();
    }

    @Test
    void whatAKillLeftOfOneIsRemovedByTheNext() throws Exception {
        Path leftover =
                Files.createDirectories(data.resolve("backups/.being-made")).resolve("store.mv.db");
        Files.write(leftover, new byte[100], StandardOpenOption.CREATE);
        assertThat(desk.handle(new ListBackups()).items()).isEmpty();
        made();
        assertThat(leftover.getParent()).doesNotExist();
    }

    @Test
    void whatAKillLeftOfAVerificationIsRemovedByTheNext() throws Exception {
        Path leftover = Files.createTempDirectory("shomei-verify");
        Files.createFile(leftover.resolve(".lock"));
        Files.writeString(leftover.resolve("store.mv.db"), "what holders wrote");

        assertThat(run("verify", made().file())).startsWith("0 ");

        assertThat(leftover).doesNotExist();
    }

    @Test
    void anEventIsOneLineWhateverIsInIt() {
        StoredEvent event = new StoredEvent(null, null, null, "id", NOW, "type", null, "{\"a\":\"\\n証明\"}", "{}");
        String line = EventLines.write(event);
        assertThat(line).doesNotContain("\n");
        assertThat(EventLines.read(line)).isEqualTo(event);
    }

    private void refused(Path file, String why) {
        Path restored = scratch.resolve("never");
        assertThat(run("verify", file.toString())).as(why).startsWith("1 ").contains("Not done: ");
        assertThat(run("restore", file.toString(), "--data=" + restored))
                .as(why)
                .startsWith("1 ");
        assertThat(restored.resolve("durable")).doesNotExist();
    }

    private BackupView made() throws Exception {
        return made(desk);
    }

    private BackupView madeIn(String directory, Clock clock) throws Exception {
        try (BackupDesk another =
                new BackupDesk(data, data.resolve(directory), system.getBean(StoreFile.class), clock)) {
            return made(another);
        }
    }

    private static BackupView made(BackupDesk desk) throws Exception {
        BackupView made = ended(desk);
        assertThat(made.state()).as(made.toString()).isEqualTo(BackupView.State.MADE);
        return made;
    }

    private static BackupView ended(BackupDesk desk) throws Exception {
        BackupView begun = desk.handle(new MakeBackup());
        return Await.value(() -> desk.handle(new ListBackups()).items().stream()
                .filter(one -> one.name().equals(begun.name()))
                .filter(one -> one.state() != BackupView.State.BEING_MADE)
                .findFirst()
                .orElse(null));
    }

    private static Path file(BackupView made) {
        return Path.of(String.valueOf(made.file()));
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int status = BackupCommand.run(CLOCK, out, out, List.of(arguments));
        return status + " " + said;
    }

    private RawEvents events() {
        return RawEvents.in(system.getBean(ConnectionProvider.class), system.getBean(TransactionManager.class));
    }

    private void publish(int from, int to) {
        system.getBean(EventStore.class)
                .publish(IntStream.range(from, to)
                        .mapToObj(number -> new GenericDomainEventMessage<>(
                                "Clock", "clock-" + number, 0, new ClockMoved(Instant.EPOCH, Instant.EPOCH)))
                        .toList());
    }
}
