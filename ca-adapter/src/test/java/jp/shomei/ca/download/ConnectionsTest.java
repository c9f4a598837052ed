package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.RenewForRequest;
import org.axonframework.common.transaction.Transaction;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Every handler has a transaction, and a download's handler waits while other threads need connections. A data source
 * that hands out connections only when they are used lets that go well with few of them.
 */
class ConnectionsTest {

    private static final int CONNECTIONS = 2;

    /** As many as may try at once for one certificate: each counts as a miss until it is known to be none. */
    private static final int VISITORS = 5;

    private final JdbcConnectionPool pool = JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL", "sa", "");
    private final Room room = room();

    @AfterEach
    void close() {
        room.close();
        pool.dispose();
    }

    @Test
    void areNotUsedUpByDownloadsThatWaitForOneAnother() throws Exception {
        for (byte[] file : crowd(() -> new Visitor(room).pkcs12("1234"))) {
            assertThat(Visitor.in(file, "1234")).isNotNull();
        }
        assertThat(room.certificate.certificate(Orders.REQUEST_ID)).isPresent();
    }

    @Test
    void areNotUsedUpByDownloadsForAKeyOfTheHolder() throws Exception {
        String csr = Csrs.of(Room.holderKeys());
        assertThat(Set.copyOf(crowd(() -> new Visitor(room).pem(csr)))).hasSize(1);
    }

    @Test
    void areNotUsedUpByRenewalsForAKeyOfTheHolder() throws Exception {
        new Visitor(room).pkcs12("1234");
        RenewForRequest renewal = new RenewForRequest(
                Orders.REQUEST_ID,
                Csrs.of(Room.holderKeys()),
                room.certificate.prepared(Orders.REQUEST_ID).orElseThrow().serialNumber());
        List<HandedOut> renewed = crowd(() -> room.gateway.sendAndWait(renewal, 60, TimeUnit.SECONDS));
        assertThat(renewed).allSatisfy(done -> assertThat(done.file())
                .isEqualTo(renewed.getFirst().file()));
    }

    private static <T> List<T> crowd(Callable<T> visit) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(VISITORS)) {
            for (Future<T> answer : threads.invokeAll(Collections.nCopies(VISITORS, visit))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private Room room() {
        pool.setMaxConnections(CONNECTIONS);
        pool.setLoginTimeout(2);
        return Room.open(pool, transactions(new LazyConnectionDataSourceProxy(pool)));
    }

    private static org.axonframework.common.transaction.TransactionManager transactions(DataSource database) {
        PlatformTransactionManager manager = new DataSourceTransactionManager(database);
        return () -> {
            TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
            return new Transaction() {
                @Override
                public void commit() {
                    manager.commit(status);
                }

                @Override
                public void rollback() {
                    manager.rollback(status);
                }
            };
        };
    }
}
