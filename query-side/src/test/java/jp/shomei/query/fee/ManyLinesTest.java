package jp.shomei.query.fee;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerMeasure;
import jp.shomei.contracts.fee.MeasureLedger;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fee.FeeLedgerProjection;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.fixture.EventLog;
import jp.shomei.projections.fixture.FeeEvents;
import jp.shomei.query.QuerySide;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of very many lines, on disk as in the product. {@code -Dshomei.lines=1000000} is the whole country's busiest
 * month.
 */
@Tag("many")
class ManyLinesTest {

    private static final int LINES = Integer.getInteger("shomei.lines", 20_000);
    private static final int LINES_OF_A_BILL = 3;
    private static final int EVENTS_AT_ONCE = 600;
    private static final int LONGEST_PART = 300_000;
    private static final int SAMPLES = 20;
    private static final long MOST_GROWTH = 32L * 1024 * 1024;

    @TempDir
    private Path directory;

    private MongoServer server;
    private MongoClient client;
    private MongoDatabase database;
    private ReadModelFixture fixture;

    @BeforeEach
    void start() {
        server = new MongoServer(new H2Backend(directory.resolve("models.mv").toString()));
        server.bind("127.0.0.1", 0);
        client = MongoClients.create(
                "mongodb://127.0.0.1:" + server.getLocalAddress().getPort());
        database = client.getDatabase("models");
        Clock noon = Clock.fixed(Instant.parse("2021-05-01T03:00:00Z"), JapanTime.ZONE);
        fixture = ReadModelFixture.start(
                database, new EventLog(), new QuerySide().queryHandlers(database, RenewalWindow.AS_PUBLISHED, noon));
        fill();
    }

    /** As its processor does; no event store could hold so many events here. */
    private void fill() {
        FeeLedgerProjection projection = new FeeLedgerProjection(database, fixture.serving(FeeLedgerModel.NAME));
        List<EventMessage<?>> batch = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            batch.add(message(line));
            if (batch.size() == EVENTS_AT_ONCE || line == LINES - 1) {
                take(projection, batch);
                batch = new ArrayList<>();
            }
        }
    }

    @AfterEach
    void close() {
        fixture.close();
        client.close();
        server.shutdownNow();
    }

    @Test
    void itsFileIsReadInShortPartsAndFlatMemory() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        List<Long> used = new ArrayList<>();
        long begin = System.nanoTime();
        int rows = -1;
        @Nullable String after = null;
        do {
            FilePart part =
                    fixture.query(new ReadLedgerFile(FeeEvents.MONTH, LedgerFile.LEDGER, after), FilePart.class);
            assertThat(part.text()).hasSizeLessThan(LONGEST_PART);
            rows += (int) part.text().lines().count();
            digest.update(part.text().getBytes(StandardCharsets.UTF_8));
            after = part.next();
            if (rows >= (long) LINES * used.size() / SAMPLES) {
                used.add(usedHeap());
            }
        } while (after != null);
        System.out.printf(
                "%,d lines read at %,d lines a second, heap used %s%n", rows, (long) (rows / seconds(begin)), used);

        assertThat(rows).isEqualTo(LINES);
        assertThat(used.subList(1, used.size()))
                .allSatisfy(bytes -> assertThat(bytes - used.get(1)).isLessThan(MOST_GROWTH));
        LedgerMeasure measure = fixture.query(new MeasureLedger(FeeEvents.MONTH), LedgerMeasure.class);
        assertThat(measure.sha256()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        assertThat(measure.totals().lineCount()).isEqualTo(LINES);
    }

    private static void take(FeeLedgerProjection projection, List<EventMessage<?>> batch) {
        BatchingUnitOfWork<EventMessage<?>> unitOfWork = new BatchingUnitOfWork<>(batch);
        unitOfWork
                .executeWithResult(() -> projection.documents().handle(unitOfWork, () -> {
                    DomainEventMessage<?> message = (DomainEventMessage<?>) unitOfWork.getMessage();
                    projection.on((FeeEvent) message.getPayload(), message);
                    return "";
                }))
                .getPayload();
    }

    /** A few lines for each of very many institutions, spread over the country. */
    private static EventMessage<?> message(int line) {
        int institution = line / LINES_OF_A_BILL;
        String bill = BillId.of(
                FeeEvents.MONTH,
                InstitutionCode.of("%02d1%07d".formatted(1 + institution % 47, institution / 47 * 1_237 % 10_000_000)));
        FeeCharged charged = FeeEvents.charged(bill, FeeEvents.licence("202103%09d".formatted(line)));
        return new GenericDomainEventMessage<>(
                "BILL",
                bill,
                line % LINES_OF_A_BILL,
                charged,
                Map.of(),
                UUID.randomUUID().toString(),
                Instant.EPOCH);
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 3; time++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static double seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_000.0;
    }
}
