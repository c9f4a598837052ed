package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import jp.shomei.app.Await;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.teststores.TestStore;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What is true of the durable store where it is a file. */
class EmbeddedDatabaseTest {

    private static final Executor EACH_ITS_OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    @TempDir
    Path scratch;

    private AnnotationConfigApplicationContext context;

    @BeforeEach
    void start() {
        context = StoreContext.of(TestStore.H2).node(scratch.resolve("data"));
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void whoFollowsTheEventsSeesNoneThatACrashCouldLose() throws Exception {
        append(0);
        AtomicReference<CompletableFuture<Long>> followed = new AtomicReference<>();

        context.getBean(StoreFile.class)
                .with(store -> store.executeFilestoreOperation(() -> {
                    // nothing reaches the disk now
                    CompletableFuture.runAsync(() -> append(1), EACH_ITS_OWN_THREAD);
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
        StoreHousekeeping housekeeping = context.getBean(StoreHousekeeping.class);
        Path file = scratch.resolve("data/durable/store.mv.db");
        long sequence = 0;
        long grownTo = 0;
        long commitsSinceGrowth = 0;
        // a file that only grows would never let so many commits pass without growing
        while (commitsSinceGrowth < 200 && sequence < 50_000) {
            append(sequence++);
            if (sequence % 100 == 0) {
                housekeeping.tidy();
            }
            commitsSinceGrowth = Files.size(file) > grownTo ? 0 : commitsSinceGrowth + 1;
            grownTo = Math.max(grownTo, Files.size(file));
        }
        assertThat(commitsSinceGrowth).isEqualTo(200);
    }

    private void append(long sequence) {
        context.getBean(JdbcEventStorageEngine.class)
                .appendEvents(new GenericDomainEventMessage<>(
                        "Certificate",
                        "202103100000001",
                        sequence,
                        new CertificateCancelled("202103100000001", LocalDate.of(2021, 3, 10))));
    }
}
