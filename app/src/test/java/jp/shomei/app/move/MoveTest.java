package jp.shomei.app.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.shomei.app.SeededHistory;
import jp.shomei.app.durable.HalfMovedIn;
import jp.shomei.app.durable.StoreContext;
import jp.shomei.app.durable.TableNames;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.history.RawEvents;
import jp.shomei.app.history.StoredEvent;
import jp.shomei.app.start.StartRefused;
import jp.shomei.ca.restoration.AuthorityTables;
import jp.shomei.correspondence.mail.MailOutbox;
import jp.shomei.teststores.TestStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class MoveTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T05:06:07Z"), ZoneOffset.UTC);
    private static final int CERTIFICATES = 3_000;
    private static final String ESCROWED = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});

    @TempDir
    Path scratch;

    private String old;
    private Path file;

    @BeforeEach
    void liveInTheOldHouse() {
        Path data = scratch.resolve("old");
        old = "--shomei.data=" + data;
        file = scratch.resolve("house.jsonl.gz");
        SeededHistory.write(data, CERTIFICATES);
        try (House house = new House(List.of(old))) {
            AuthorityTables.create(house.database());
            new MailOutbox(house.database(), CLOCK);
            JdbcClient database = JdbcClient.create(house.database());
            database.sql("INSERT INTO escrowed_holder_key VALUES ('202103100000001', 1, DATE '2021-09-06', ?)")
                    .param(ESCROWED)
                    .update();
            database.sql("INSERT INTO revocation_list VALUES ('ab', -1, 7, TIMESTAMP WITH TIME ZONE"
                            + " '2021-03-10 09:00:00.123456+09:00', TIMESTAMP WITH TIME ZONE"
                            + " '2021-03-13 09:00:00+09:00', 3, X'00ff10')")
                    .update();
            database.sql("INSERT INTO revocation_list_number VALUES ('ab', 7)").update();
            for (String mail : List.of("given back", "second", "first")) {
                database.sql("INSERT INTO mail (mail_id, kind, request_id, recipient, subject, text, written_at, state,"
                                + " waiting_since, attempts, tries) VALUES (?, 'APPLICATION_RECEIVED', '1', 'a@b.jp',"
                                + " '件名', '本文', CURRENT_TIMESTAMP, 'SENT', CURRENT_TIMESTAMP, 1, 1)")
                        .param(mail)
                        .update();
            }
            // the numbers of mails have a gap, and another table knows the mails by them
            database.sql("DELETE FROM mail WHERE mail_id = 'given back'").update();
            database.sql("INSERT INTO mail_about SELECT '2', number FROM mail").update();
            // the store's numbers have a gap, as after a crash, so that places differ between the houses
            database.sql("UPDATE DomainEventEntry SET globalIndex = globalIndex + 1000000 WHERE globalIndex > 2000")
                    .update();
            database.sql("UPDATE DomainEventEntry SET globalIndex = globalIndex - 999000 WHERE globalIndex > 2000")
                    .update();
            database.sql("ALTER TABLE DomainEventEntry ALTER COLUMN globalIndex RESTART WITH 100000")
                    .update();
            database.sql("DELETE FROM TokenEntry WHERE processorName IN ('mail', 'fee-charging', 'escrow-destruction')")
                    .update();
            house.atOnce(() -> {
                house.tokens().initializeSegment(GapAwareTrackingToken.newInstance(3100, List.of()), "mail", 0);
                house.tokens().initializeSegment(null, "escrow-destruction", 0);
                house.tokens()
                        .initializeSegment(
                                GapAwareTrackingToken.newInstance(4000, List.of(1500L, 2500L)), "fee-charging", 0);
            });
            keepDeadLetter(house, 3050);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingComesOverAndIsReadBack(TestStore kind) throws Exception {
        assertThat(run("export", file.toString(), old)).startsWith("0 ").contains(2 * CERTIFICATES + " events");
        List<String> fresh = emptyHouse(kind);
        assertThat(run("import", with(file.toString(), fresh))).startsWith("0 ").contains("read back");

        try (House from = new House(List.of(old));
                House to = new House(fresh)) {
            assertThat(HistoryDigest.of(to.events().stream()).end())
                    .isEqualTo(HistoryDigest.of(from.events().stream()).end());
            for (String table : from.tables().names()) {
                if (!table.equals("deadletterentry")) {
                    assertThat(rows(to, table)).as(table).isEqualTo(rows(from, table));
                }
            }
            assertThat(rows(to, "mail")).hasSize(2);
            assertThat(rows(to, "mail_about")).hasSize(2);
            assertThat(nextMail(to)).as("a number that no other mail has").isEqualTo(4);
            assertThat(rows(to, "revocation_list")).hasSize(1);
            assertThat(TableNames.of(to.database())).doesNotContain(HalfMovedIn.TABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoHasNotCopiedTheKeysIsToldTo(boolean copied) throws Exception {
        run("export", file.toString(), old);
        Path data = scratch.resolve("new");
        if (copied) {
            Files.createDirectories(data.resolve("authority"));
        }

        String said = run("import", file.toString(), "--shomei.data=" + data);

        assertThat(said).startsWith("0 ");
        assertThat(said.contains("copy authority")).isEqualTo(!copied);
    }

    @ParameterizedTest
    @EnumSource
    void everyReactionGoesOnAtTheSameEvent(TestStore kind) throws Exception {
        run("export", file.toString(), old);
        List<String> fresh = emptyHouse(kind);
        run("import", with(file.toString(), fresh));

        try (House from = new House(List.of(old));
                House to = new House(fresh)) {
            for (String group : List.of("mail", "fee-charging", "signing-completion", "status-register")) {
                assertThat(toDo(to, group)).as(group).isEqualTo(toDo(from, group));
            }
            assertThat(toDo(to, "mail")).as("a few, not all").hasSize(2 * CERTIFICATES - 2100);
            assertThat(toDo(to, "fee-charging"))
                    .as("with one that was left out")
                    .hasSize(2 * CERTIFICATES - 3000 + 1);
            assertThat(to.tokens().fetchSegments("escrow-destruction")).containsExactly(0);
            assertThat(to.tokens().fetchToken("escrow-destruction", 0)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deadLettersComeOverAndKnowTheirNewPlace(TestStore kind) throws Exception {
        run("export", file.toString(), old);
        List<String> fresh = emptyHouse(kind);
        run("import", with(file.toString(), fresh));

        try (House to = new House(fresh)) {
            List<EventMessage<?>> letters = new ArrayList<>();
            queue(to).deadLetters().forEach(sequence -> sequence.forEach(letter -> letters.add(letter.message())));
            assertThat(letters).hasSize(1);
            assertThat(((TrackedEventMessage<?>) letters.getFirst())
                            .trackingToken()
                            .position()
                            .orElseThrow())
                    .isEqualTo(2050);
        }
    }

    @Test
    void anExportThatWasKilledGoesOnAndEndsAsIfItHadNotBeen() throws Exception {
        List<String> whole = exportedButHalf();
        Files.write(HouseWriter.unfinished(file), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        assertThat(run("export", file.toString(), old)).startsWith("0 ").contains("Goes on after ");

        assertThat(lines(file)).isEqualTo(whole);
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("old", "house.jsonl.gz");
        }
    }

    @Test
    void anExportBeginsAnewIfTheHouseWasLivedInSince() throws Exception {
        List<String> whole = exportedButHalf();
        try (House house = new House(List.of(old))) {
            house.atOnce(() -> {
                house.tokens().fetchToken("mail", 0);
                house.tokens().storeToken(GapAwareTrackingToken.newInstance(3101, List.of()), "mail", 0);
            });
        }
        assertThat(run("export", file.toString(), old)).startsWith("0 ").doesNotContain("Goes on");
        assertThat(lines(file)).hasSameSizeAs(whole).isNotEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE mail SET state = 'WAITING', attempts = 2 WHERE mail_id = 'first'",
                "UPDATE revocation_list_number SET newest = 8",
                "DELETE FROM DeadLetterEntry"
            })
    void anExportBeginsAnewIfOnlyRowsHaveChangedSince(String change) throws Exception {
        exportedButHalf();
        try (House house = new House(List.of(old))) {
            JdbcClient.create(house.database()).sql(change).update();
        }

        assertThat(run("export", file.toString(), old)).startsWith("0 ").doesNotContain("Goes on");

        List<String> anew = lines(file);
        Files.delete(file);
        assertThat(anew).isEqualTo(exported());
    }

    @Test
    void anExportThatWasKilledAtItsEndOnlyGetsItsName() throws Exception {
        List<String> whole = exportedButForTheName();

        assertThat(run("export", file.toString(), old)).startsWith("0 ").doesNotContain("Goes on");

        assertThat(lines(file)).isEqualTo(whole);
        assertThat(HouseReader.check(file).events()).isEqualTo(2 * CERTIFICATES);
        assertThat(HouseWriter.unfinished(file)).doesNotExist();
    }

    @Test
    void anExportThatWasKilledAtItsEndBeginsAnewIfThereAreMoreEvents() throws Exception {
        exportedButForTheName();
        try (House house = new House(List.of(old))) {
            house.events()
                    .append(List.of(
                            new StoredEvent(null, null, null, "new", CLOCK.instant(), "type", null, "{}", "{}")));
        }

        assertThat(run("export", file.toString(), old)).startsWith("0 ");

        assertThat(HouseReader.check(file).events()).isEqualTo(2 * CERTIFICATES + 1);
    }

    @Test
    void anImportThatWasKilledGoesOnWithoutDoublingAndNobodyStartsBeforeItIsDone() throws Exception {
        run("export", file.toString(), old);
        String fresh = "--shomei.data=" + scratch.resolve("fresh");
        try (House from = new House(List.of(old));
                House to = new House(List.of(fresh));
                Stream<StoredEvent> first = from.events().stream()) {
            to.events().append(first.limit(2_345).toList());
            JdbcClient.create(to.database())
                    .sql("CREATE TABLE " + HalfMovedIn.TABLE + " (since VARCHAR(64))")
                    .update();
            assertThatThrownBy(() -> HalfMovedIn.requireDone(to.database())).hasMessageContaining("Import once more");
        }

        assertThat(run("import", file.toString(), fresh)).startsWith("0 ").contains("Goes on after 2345 events");
        assertThat(run("import", file.toString(), fresh))
                .as("once more, when all is there")
                .startsWith("1 ")
                .contains("the new house is not empty");

        try (House to = new House(List.of(fresh))) {
            assertThat(to.events().stream()).hasSize(2 * CERTIFICATES);
            assertThat(rows(to, "mail")).hasSize(2);
            HalfMovedIn.requireDone(to.database());
        }
    }

    @Test
    void nothingIsImportedIntoAHouseWhereOthersLive() throws Exception {
        run("export", file.toString(), old);
        Path other = scratch.resolve("other");
        SeededHistory.writeBills(other, 10, 1);
        try (House house = new House(List.of("--shomei.data=" + other))) {
            JdbcClient.create(house.database()).sql("DELETE FROM TokenEntry").update();
        }
        assertThat(run("import", file.toString(), "--shomei.data=" + other))
                .startsWith("1 ")
                .contains("the new house is not empty: event ");
        try (House house = new House(List.of("--shomei.data=" + other))) {
            HalfMovedIn.requireDone(house.database());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsImportedIntoAHouseWhoseReactionsHaveBegun(TestStore kind) throws Exception {
        List<String> fresh = emptyHouse(kind);
        try (House house = new House(fresh)) {
            house.atOnce(() -> house.tokens().initializeSegment(null, "mail", 0));
        }
        refusesToImport(fresh, "tokenentry");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsImportedIntoAHouseThatWasStartedOnce(TestStore kind) throws Exception {
        List<String> fresh = emptyHouse(kind);
        try (House house = new House(fresh)) {
            AuthorityTables.create(house.database());
            JdbcClient.create(house.database())
                    .sql("INSERT INTO revocation_list_number VALUES ('cd', 1)")
                    .update();
        }
        refusesToImport(fresh, "revocation_list_number");
    }

    @Test
    void nothingIsMovedBesideRunningNodes() {
        StoreContext shared = StoreContext.of(TestStore.POSTGRESQL);
        List<String> house = options(shared);
        run("export", file.toString(), old);
        try (AnnotationConfigApplicationContext first = shared.node(scratch.resolve("first"));
                AnnotationConfigApplicationContext second = shared.node(scratch.resolve("second"))) {
            first.refresh();
            second.refresh();
            assertThat(run("export", with(scratch.resolve("other.gz").toString(), house)))
                    .startsWith("1 ")
                    .contains("Nodes are running", "stop them");
            first.close();
            assertThat(run("import", with(file.toString(), house)))
                    .startsWith("1 ")
                    .contains("Nodes are running", "stop them");
        }
        assertThat(run("import", with(file.toString(), house))).startsWith("0 ");
    }

    @Test
    void noNodeStartsWhileAHouseIsMoved() {
        StoreContext shared = StoreContext.of(TestStore.POSTGRESQL);
        try (House house = new House(options(shared));
                AnnotationConfigApplicationContext node = shared.node(scratch.resolve("node"))) {
            assertThat(house.events().stream()).isEmpty();
            assertThatThrownBy(node::refresh)
                    .rootCause()
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("wait until that is done");
        }
        try (AnnotationConfigApplicationContext node = shared.node(scratch.resolve("node"))) {
            node.refresh();
        }
    }

    @Test
    void nothingIsImportedFromAFileThatIsNotAsItWasWritten() throws Exception {
        run("export", file.toString(), old);
        byte[] whole = Files.readAllBytes(file);
        Path bad = scratch.resolve("bad.gz");
        Path fresh = scratch.resolve("fresh");
        for (int place = whole.length / 8; place < whole.length; place += whole.length / 8) {
            Files.write(bad, Arrays.copyOf(whole, place));
            assertThat(run("import", bad.toString(), "--shomei.data=" + fresh)).startsWith("1 ");
            byte[] altered = whole.clone();
            altered[place] ^= 1;
            Files.write(bad, altered);
            assertThat(run("import", bad.toString(), "--shomei.data=" + fresh)).startsWith("1 ");
        }
        List<String> lines = lines(file);
        String changed = lines.get(lines.size() / 2).replace("証明", "偽造");
        lines.set(lines.size() / 2, changed);
        rewrite(bad, lines);
        assertThat(run("import", bad.toString(), "--shomei.data=" + fresh))
                .startsWith("1 ")
                .contains("is altered", " events, SHA-256 ")
                .doesNotContain("End[");
        assertThat(run("import", scratch.resolve("no.gz").toString(), "--shomei.data=" + fresh))
                .startsWith("1 ")
                .contains("there is no file");
        try (House house = new House(List.of("--shomei.data=" + fresh))) {
            assertThat(house.events().stream()).isEmpty();
        }
    }

    @Test
    void whoeverHasAReactionIsToldOf() {
        try (House house = new House(List.of(old))) {
            JdbcClient.create(house.database())
                    .sql("UPDATE TokenEntry SET owner = 'elsewhere', timestamp = '2999-01-01T00:00:00Z'"
                            + " WHERE processorName = 'mail'")
                    .update();
        }
        assertThat(run("export", file.toString(), old))
                .startsWith("1 Not done: ")
                .contains("mail", "elsewhere");
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsNotTakenIsNotTold(TestStore kind) throws Exception {
        run("export", file.toString(), old);
        List<String> lines = lines(file);
        String row = lines.stream()
                .filter(line -> line.contains("escrowed_holder_key"))
                .findFirst()
                .orElseThrow();
        lines.add(lines.indexOf(row), row);
        Path twice = scratch.resolve("twice.gz");
        try (HouseWriter writer = HouseWriter.open(twice)) {
            for (String line : lines.subList(0, lines.size() - 1)) {
                writer.write(Line.read(line));
            }
            writer.end();
        }
        assertThat(run("import", with(twice.toString(), emptyHouse(kind))))
                .startsWith("1 ")
                .contains("Not done: the database does not take a row or a value (SQLSTATE 23505)")
                .doesNotContain(ESCROWED, "202103100000001");
    }

    @Test
    void aHouseThatCannotBeOpenedIsLeftToOthers() {
        run("export", file.toString(), old);
        String fresh = "--shomei.data=" + scratch.resolve("fresh");
        assertThat(run(
                        "import",
                        file.toString(),
                        fresh,
                        "--axon.axonserver.enabled=true",
                        "--axon.axonserver.servers=localhost:1",
                        "--axon.axonserver.ssl-enabled=perhaps"))
                .startsWith("1 Not done: ")
                .contains("ssl-enabled");
        assertThat(run("import", file.toString(), fresh)).startsWith("0 ");
    }

    @Test
    void nothingIsExportedFromAxonServer() {
        Path data = scratch.resolve("elsewhere");
        assertThat(run(
                        "export",
                        file.toString(),
                        "--shomei.data=" + data,
                        "--axon.axonserver.enabled=true",
                        "--axon.axonserver.servers=localhost:1"))
                .startsWith("1 ")
                .contains("there is no way out by a file");
        assertThat(data).doesNotExist();
        assertThat(file).doesNotExist();
    }

    @Test
    void nothingGoesInClearToAnAxonServerElsewhere() {
        run("export", file.toString(), old);
        assertThat(run(
                        "import",
                        file.toString(),
                        "--shomei.data=" + scratch.resolve("fresh"),
                        "--axon.axonserver.enabled=true",
                        "--axon.axonserver.servers=axon.example.jp"))
                .startsWith("1 ")
                .contains("--axon.axonserver.ssl-enabled=true");
    }

    @Test
    void aFileIsNeverWrittenOver() {
        run("export", file.toString(), old);
        assertThat(run("export", file.toString(), old)).startsWith("1 ").contains("is there already");
        assertThat(run("export")).startsWith("2 ");
    }

    /** An export that was broken off halfway; tells the lines of a whole one. */
    private List<String> exportedButHalf() throws Exception {
        List<String> whole = exported();
        leaveUnfinished(whole.subList(0, whole.size() / 2));
        return whole;
    }

    /** An export that was killed when all was written, and before it had its name; tells its lines. */
    private List<String> exportedButForTheName() throws Exception {
        List<String> whole = exported();
        leaveUnfinished(whole);
        return whole;
    }

    private List<String> exported() throws Exception {
        run("export", file.toString(), old);
        return lines(file);
    }

    private void leaveUnfinished(List<String> lines) throws Exception {
        try (HouseWriter writer = HouseWriter.open(file)) {
            for (String line : lines) {
                writer.write(Line.read(line));
            }
            writer.flush();
        }
        Files.delete(file);
    }

    /** Tells which table has rows, and writes nothing. */
    private void refusesToImport(List<String> fresh, String table) throws Exception {
        run("export", file.toString(), old);
        assertThat(run("import", with(file.toString(), fresh)))
                .startsWith("1 ")
                .contains("the new house is not empty: table " + table + " has rows");
        try (House house = new House(fresh)) {
            HalfMovedIn.requireDone(house.database());
            assertThat(house.events().stream()).isEmpty();
        }
    }

    private List<String> emptyHouse(TestStore kind) {
        return options(StoreContext.of(kind));
    }

    private List<String> options(StoreContext store) {
        List<String> options = new ArrayList<>(List.of("--shomei.data=" + scratch.resolve("fresh")));
        store.settings().forEach((name, value) -> options.add("--" + name + "=" + value));
        return options;
    }

    private static String[] with(String file, List<String> options) {
        return Stream.concat(Stream.of(file), options.stream()).toArray(String[]::new);
    }

    private static List<String> toDo(House house, String group) {
        TrackingToken token = house.tokens().fetchToken(group, 0);
        List<String> left = new ArrayList<>();
        house.events().forEach((event, place) -> {
            if (token == null || !isDone(token, place)) {
                left.add(event.identifier());
            }
        });
        return left;
    }

    private static boolean isDone(TrackingToken token, TrackingToken place) {
        GapAwareTrackingToken gapAware = (GapAwareTrackingToken) token;
        long position = place.position().orElseThrow();
        return position <= gapAware.getIndex() && !gapAware.getGaps().contains(position);
    }

    private static long nextMail(House house) {
        JdbcClient database = JdbcClient.create(house.database());
        database.sql("INSERT INTO mail (mail_id, kind, request_id, recipient, subject, text, written_at, state,"
                        + " waiting_since, attempts, tries) VALUES ('next', 'APPLICATION_RECEIVED', '1', 'a@b.jp',"
                        + " '件名', '本文', CURRENT_TIMESTAMP, 'SENT', CURRENT_TIMESTAMP, 1, 1)")
                .update();
        return database.sql("SELECT number FROM mail WHERE mail_id = 'next'")
                .query(Long.class)
                .single();
    }

    private static List<Map<String, String>> rows(House house, String table) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        house.tables().read(table, row -> rows.add(row.values()));
        return rows;
    }

    private static void keepDeadLetter(House house, long position) {
        house.events().forEach((event, place) -> {
            if (place.position().orElseThrow() == position) {
                EventMessage<?> message = event.message(RawEvents.SERIALIZER);
                queue(house)
                        .enqueue(
                                "sequence",
                                new GenericDeadLetter<>(
                                        "sequence",
                                        (EventMessage<?>) new GenericTrackedEventMessage<>(
                                                GapAwareTrackingToken.newInstance(position, List.of()), message),
                                        new IllegalStateException("away")));
            }
        });
    }

    private static JdbcSequencedDeadLetterQueue<EventMessage<?>> queue(House house) {
        return JdbcSequencedDeadLetterQueue.builder()
                .processingGroup("mail")
                .connectionProvider(house.database()::getConnection)
                .transactionManager(house.transactions())
                .genericSerializer(RawEvents.SERIALIZER)
                .eventSerializer(RawEvents.SERIALIZER)
                .build();
    }

    private static List<String> lines(Path file) throws Exception {
        List<String> lines = new ArrayList<>();
        try (HouseReader reader = HouseReader.open(file)) {
            while (reader.next() != null) {
                // the time of the export is no difference
                lines.add(reader.text());
            }
        }
        return lines;
    }

    private static void rewrite(Path file, List<String> lines) throws Exception {
        Path other = file.resolveSibling("rewritten.gz");
        try (HouseWriter writer = HouseWriter.open(other)) {
            for (String line : lines) {
                writer.write(Line.read(line));
            }
            writer.flush();
            Files.move(HouseWriter.unfinished(other), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String run(String command, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int status = new MoveCommand(CLOCK, out, out).run(command, List.of(arguments));
        return status + " " + said;
    }
}
