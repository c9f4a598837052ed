package jp.shomei.teststores;

import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** The databases that the durable store may be. A test that is run once for each says that both do the same. */
public enum TestStore {
    /** As where the system is on its own. */
    H2(() -> JdbcConnectionPool.create(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL", "sa", "")),
    /** As where several command nodes share one. */
    POSTGRESQL(() -> PostgresServer.running().newDatabase().dataSource());

    private final Supplier<DataSource> databases;

    TestStore(Supplier<DataSource> databases) {
        this.databases = databases;
    }

    /** A new, empty database. */
    public DataSource newDatabase() {
        return databases.get();
    }
}
