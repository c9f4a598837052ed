package jp.shomei.app.durable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The durable store in a PostgreSQL database, which several command nodes may share. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(PostgresDatabase.URL)
class PostgresDatabase {

    /** Names the database. */
    static final String URL = "spring.datasource.url";

    private static final int CONNECTIONS = 32;
    private static final long CONNECTION_WAIT_MILLIS = 10_000;

    @Bean(destroyMethod = "close")
    HikariDataSource connectionPool(Environment environment) throws SQLException {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("durable-store");
        pool.setJdbcUrl(environment.getRequiredProperty(URL));
        pool.setUsername(environment.getProperty("spring.datasource.username"));
        pool.setPassword(environment.getProperty("spring.datasource.password"));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        HikariDataSource dataSource = new HikariDataSource(pool);
        DurableTables.create(dataSource);
        return dataSource;
    }
}
