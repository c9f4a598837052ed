package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import org.axonframework.common.transaction.Transaction;
import org.h2.jdbcx.JdbcConnectionPool;
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
    private static final int VISITORS = 12;

    @Test
    void areNotUsedUpByDownloadsThatWaitForOneAnother() throws Exception {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(CONNECTIONS);
        pool.setLoginTimeout(2);
        try (Room room = Room.open(pool, transactions(new LazyConnectionDataSourceProxy(pool)));
                ExecutorService crowd = Executors.newFixedThreadPool(VISITORS)) {
            List<Callable<byte[]>> visits = Stream.<Callable<byte[]>>generate(
                            () -> () -> new Visitor(room).pkcs12("1234"))
                    .limit(VISITORS)
                    .toList();
            for (Future<byte[]> visit : crowd.invokeAll(visits)) {
                assertThat(Visitor.in(visit.get(), "1234")).isNotNull();
            }
            assertThat(room.certificate.certificate(Orders.REQUEST_ID)).isPresent();
        } finally {
            pool.dispose();
        }
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
