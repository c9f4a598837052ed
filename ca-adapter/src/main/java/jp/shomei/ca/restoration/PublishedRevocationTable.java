package jp.shomei.ca.restoration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.ca.status.Revocation;
import jp.shomei.contracts.certificate.RevocationReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Revocations in the durable store that are known from a published list alone and not on record: those of certificates that
 * the history knows until they are, those of others for good.
 */
public final class PublishedRevocationTable {

    private final JdbcClient database;

    public PublishedRevocationTable(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS published_revocation (serial VARCHAR(64) PRIMARY KEY,"
                        + " revoked_at TIMESTAMP(9) WITH TIME ZONE NOT NULL, reason VARCHAR(32) NOT NULL)")
                .update();
    }

    /** Keeps one, unless it is kept. */
    void add(Revocation revocation) {
        database.sql("INSERT INTO published_revocation (serial, revoked_at, reason) SELECT ?, ?, ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM published_revocation WHERE serial = ?)")
                .params(
                        revocation.serialNumber(),
                        revocation.revokedAt().atOffset(ZoneOffset.UTC),
                        revocation.reason().name(),
                        revocation.serialNumber())
                .update();
    }

    /** Those after one of them, in order of their serial numbers. */
    List<Revocation> after(String serialNumber, int most) {
        return database.sql("SELECT serial, revoked_at, reason FROM published_revocation WHERE serial > ?"
                        + " ORDER BY serial FETCH FIRST " + most + " ROWS ONLY")
                .param(serialNumber)
                .query((row, number) -> revocation(row))
                .list();
    }

    /** Forgets one that is on record. */
    void remove(String serialNumber) {
        database.sql("DELETE FROM published_revocation WHERE serial = ?")
                .param(serialNumber)
                .update();
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        return new Revocation(
                row.getString("serial"),
                row.getObject("revoked_at", OffsetDateTime.class).toInstant(),
                RevocationReason.valueOf(row.getString("reason")));
    }
}
