package jp.shomei.app.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.shomei.app.Await;
import jp.shomei.app.start.StartRefused;
import jp.shomei.command.time.DailyTurn;
import jp.shomei.teststores.PostgresServer;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** What is true of the durable store where several nodes share it. */
class PostgresDatabaseTest {

    @TempDir
    Path scratch;

    private final StoreContext database = StoreContext.of(TestStore.POSTGRESQL);

    @Test
    void nodesThatStartAtTheSameMomentAllFindTheTables() throws Exception {
        Callable<Long> start = () -> {
            try (AnnotationConfigApplicationContext node = node()) {
                node.refresh();
                return JdbcClient.create(node.getBean(HikariDataSource.class))
                        .sql("SELECT COUNT(*) FROM DomainEventEntry")
                        .query(Long.class)
                        .single();
            }
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            for (Future<Long> one : nodes.invokeAll(List.of(start, start, start, start), 60, TimeUnit.SECONDS)) {
                assertThat(one.get()).isZero();
            }
        }
    }

    @Test
    void theDaysWorkIsOneNodesUntilItDies() {
        try (AnnotationConfigApplicationContext first = node();
                AnnotationConfigApplicationContext second = node()) {
            first.refresh();
            second.refresh();
            assertThat(first.getBean(DailyTurn.class).isMine()).isTrue();
            assertThat(second.getBean(DailyTurn.class).isMine()).isFalse();
            assertThat(first.getBean(DailyTurn.class).isMine()).isTrue();

            first.close();
            Await.until(() -> second.getBean(DailyTurn.class).isMine());
        }
    }

    @Test
    void aNodeThatLostItsConnectionGoesOnUnlessAnotherTookOver() throws SQLException {
        try (AnnotationConfigApplicationContext first = node();
                AnnotationConfigApplicationContext second = node()) {
            first.refresh();
            second.refresh();
            assertThat(first.getBean(DailyTurn.class).isMine()).isTrue();

            endEveryConnection();
            assertThat(first.getBean(DailyTurn.class).isMine()).isTrue();

            endEveryConnection();
            Await.until(() -> second.getBean(DailyTurn.class).isMine());
            assertThat(first.getBean(DailyTurn.class).isMine()).isFalse();
        }
    }

    @Test
    void aSimulatedClockIsForANodeThatIsAlone() {
        try (AnnotationConfigApplicationContext real = node();
                AnnotationConfigApplicationContext simulated = simulated()) {
            simulated.refresh();
            assertThatThrownBy(real::refresh).rootCause().isInstanceOf(StartRefused.class);
        }
        try (AnnotationConfigApplicationContext real = node();
                AnnotationConfigApplicationContext another = node();
                AnnotationConfigApplicationContext simulated = simulated()) {
            real.refresh();
            another.refresh();
            assertThatThrownBy(simulated::refresh)
                    .rootCause()
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("--shomei.clock");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "local", "remote_write"})
    void aServerThatConfirmsBeforeItHasWrittenIsRefused(String setting) {
        String user = String.valueOf(database.settings().get("spring.datasource.username"));
        PostgresServer.running().execute("ALTER ROLE " + user + " SET synchronous_commit = " + setting);
        try (AnnotationConfigApplicationContext node = node()) {
            assertThatThrownBy(node::refresh)
                    .rootCause()
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("synchronous_commit = " + setting);
        }
    }

    @Test
    void aServerThatIsNotThereIsNamedButNoPassword() {
        try (AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext()) {
            node.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "nowhere",
                            Map.of(
                                    "spring.datasource.url", "jdbc:postgresql://localhost:1/shomei",
                                    "spring.datasource.password", "geheim")));
            node.register(DurableStore.class, jp.shomei.app.axon.Messaging.class);
            assertThatThrownBy(node::refresh).rootCause().satisfies(refused -> assertThat(refused.toString())
                    .doesNotContain("geheim"));
            assertThatThrownBy(() -> connections("jdbc:postgresql://localhost/shomei?password=geheim"))
                    .isInstanceOf(StartRefused.class)
                    .message()
                    .doesNotContain("geheim");
        }
    }

    @Test
    void aServerOnAnotherMachineHasToProveWhoItIs() {
        assertThat(connections("jdbc:postgresql://localhost:5432/shomei").properties())
                .containsEntry("sslmode", "prefer");
        assertThat(connections("jdbc:postgresql://127.0.0.1,[::1]:5433/shomei").properties())
                .containsEntry("sslmode", "prefer");
        assertThat(connections("jdbc:postgresql://localhost,db.example.jp/shomei")
                        .properties())
                .containsEntry("sslmode", "verify-full");
    }

    private void endEveryConnection() {
        String user = String.valueOf(database.settings().get("spring.datasource.username"));
        PostgresServer.running()
                .execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '" + user + "'");
    }

    private static PostgresConnections connections(String url) {
        return PostgresConnections.of(new MockEnvironment().withProperty(PostgresConnections.URL, url));
    }

    private AnnotationConfigApplicationContext node() {
        return database.node(scratch.resolve("data-" + System.nanoTime()));
    }

    private AnnotationConfigApplicationContext simulated() {
        AnnotationConfigApplicationContext node = node();
        node.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("clock", Map.of("shomei.clock", "2021-03-10T09:00:00+09:00")));
        return node;
    }
}
