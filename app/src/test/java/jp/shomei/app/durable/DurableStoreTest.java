package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.shomei.app.Await;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.time.NewestEvent;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.message.EventUpcasters;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DurableStoreTest {

    private static final Executor EACH_ITS_OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    @TempDir
    Path scratch;

    private final Clock before = GenericEventMessage.clock;
    private AnnotationConfigApplicationContext context;

    @AfterEach
    void close() {
        context.close();
        GenericEventMessage.clock = before;
    }

    @Test
    void eventsAreAppendedInATransaction() {
        start();
        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void aTransactionThatOnlyWaitsHoldsNoConnection() {
        start();
        HikariDataSource pool = context.getBean(HikariDataSource.class);
        int atRest = pool.getHikariPoolMXBean().getActiveConnections();
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        waiting -> assertThat(pool.getHikariPoolMXBean().getActiveConnections())
                                .isEqualTo(atRest));
    }

    @Test
    void anEventIsKeptAsTextThatAPersonCanRead() throws Exception {
        start();
        append(0, "2021-03-10T00:00:00Z");
        try (var connection = context.getBean(DataSource.class).getConnection();
                var rows = connection.createStatement().executeQuery("SELECT payload FROM DomainEventEntry")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1))
                    .isEqualTo("{\"requestId\":\"202103100000001\",\"cancelledOn\":\"2021-03-10\"}");
        }
    }

    @Test
    void whoFollowsTheEventsSeesNoneThatACrashCouldLose() throws Exception {
        start();
        append(0, "2021-03-10T00:00:00Z");
        AtomicReference<CompletableFuture<Long>> followed = new AtomicReference<>();

        context.getBean(StoreFile.class)
                .with(store -> store.executeFilestoreOperation(() -> {
                    // nothing reaches the disk now
                    CompletableFuture.runAsync(() -> append(1, "2021-03-10T00:00:01Z"), EACH_ITS_OWN_THREAD);
                    Await.until(() -> visible() == 2);
                    followed.set(CompletableFuture.supplyAsync(
                            () -> context.getBean(JdbcEventStorageEngine.class)
                                    .readEvents(null, false)
                                    .count(),
                            EACH_ITS_OWN_THREAD));
                    assertThat(followed.get()).failsWithin(Duration.ofMillis(200));
                }));

        assertThat(followed.get()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(2L);
    }

    private long visible() throws SQLException {
        try (var connection = context.getBean(DataSource.class).getConnection();
                var rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM DomainEventEntry")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void theRoomOfSupersededPagesIsUsedAgain() throws Exception {
        start();
        StoreHousekeeping housekeeping = context.getBean(StoreHousekeeping.class);
        Path file = scratch.resolve("data/durable/store.mv.db");
        long sequence = 0;
        long grownTo = 0;
        long commitsSinceGrowth = 0;
        // a file that only grows would never let so many commits pass without growing
        while (commitsSinceGrowth < 200 && sequence < 50_000) {
            append(sequence++, "2021-03-10T00:00:00Z");
            if (sequence % 100 == 0) {
                housekeeping.tidy();
            }
            commitsSinceGrowth = Files.size(file) > grownTo ? 0 : commitsSinceGrowth + 1;
            grownTo = Math.max(grownTo, Files.size(file));
        }
        assertThat(commitsSinceGrowth).isEqualTo(200);
    }

    @Test
    void theHistoryEndsWithItsNewestEvent() {
        start();
        assertThat(context.getBean(NewestEvent.class).happenedAt()).isEmpty();
        IntStream.range(0, 5).forEach(sequence -> append(sequence, "2021-03-1" + sequence + "T00:00:00Z"));
        assertThat(context.getBean(NewestEvent.class).happenedAt()).contains(Instant.parse("2021-03-14T00:00:00Z"));
    }

    @Test
    void aSecondStartFindsWhatTheFirstWrote() {
        start();
        append(0, "2021-03-10T00:00:00Z");
        context.close();
        start();
        assertThat(context.getBean(EventStore.class)
                        .readEvents("202103100000001")
                        .asStream())
                .hasSize(1);
    }

    @Test
    void anEventIsReadThroughTheUpcasters() {
        start(events -> events.map(event ->
                event.upcastPayload(event.getType(), String.class, json -> json.replace("2021-03-10", "2021-03-11"))));
        append(0, "2021-03-10T00:00:00Z");
        assertThat(context.getBean(EventStore.class)
                        .readEvents("202103100000001")
                        .next()
                        .getPayload())
                .isEqualTo(new CertificateCancelled("202103100000001", LocalDate.of(2021, 3, 11)));
    }

    private void append(long sequence, String at) {
        GenericEventMessage.clock = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        context.getBean(JdbcEventStorageEngine.class)
                .appendEvents(new GenericDomainEventMessage<>(
                        "Certificate",
                        "202103100000001",
                        sequence,
                        new CertificateCancelled("202103100000001", LocalDate.of(2021, 3, 10))));
    }

    private void start() {
        start(EventUpcasters.chain());
    }

    private void start(EventUpcaster upcasters) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean("theseUpcasters", EventUpcaster.class, () -> upcasters, bean -> bean.setPrimary(true));
        context.registerBean(DataDirectory.class, () -> DataDirectory.open(scratch.resolve("data")));
        context.register(DurableStore.class, Messaging.class);
        context.refresh();
    }
}
