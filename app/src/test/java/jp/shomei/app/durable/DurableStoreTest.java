package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.shomei.app.time.NewestEvent;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.message.EventUpcasters;
import jp.shomei.teststores.TestStore;
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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(TestStore.class)
class DurableStoreTest {

    private final StoreContext database;

    @TempDir
    Path scratch;

    private final Clock before = GenericEventMessage.clock;
    private AnnotationConfigApplicationContext context;

    DurableStoreTest(TestStore kind) {
        this.database = StoreContext.of(kind);
    }

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
        context = database.node(scratch.resolve("data"));
        context.registerBean("theseUpcasters", EventUpcaster.class, () -> upcasters, bean -> bean.setPrimary(true));
        context.refresh();
    }
}
