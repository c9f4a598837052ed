package jp.shomei.app.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import jp.shomei.app.start.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The durable store as one H2 file of this process alone. A commit is on disk before it returns. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoneIsNamed.class)
class EmbeddedDatabase {

    private static final int CONNECTIONS = 16;
    private static final long CONNECTION_WAIT_MILLIS = 10_000;

    /** Always the same: a process that follows one that died need not wait until its claims run out. */
    @Bean
    NodeName nodeName() {
        return new NodeName("embedded");
    }

    @Bean(destroyMethod = "close")
    HikariDataSource connectionPool(DataDirectory data) throws SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("durable-store");
        pool.setJdbcUrl(DurableFilePath.url(data.resolve("durable/store")));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        HikariDataSource dataSource = new HikariDataSource(pool);
        DurableTables.create(dataSource);
        return dataSource;
    }

    @Bean
    StoreFile storeFile(HikariDataSource connectionPool) {
        return new StoreFile(connectionPool);
    }

    @Bean
    StoreHousekeeping storeHousekeeping(StoreFile file) {
        return new StoreHousekeeping(file);
    }

    /** No database server is named. */
    static final class NoneIsNamed extends NoneNestedConditions {

        NoneIsNamed() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty(PostgresConnections.URL)
        static final class ServerIsNamed {}
    }
}
