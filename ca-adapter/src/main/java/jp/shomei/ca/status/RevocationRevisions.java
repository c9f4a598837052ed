package jp.shomei.ca.status;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts, for each revocation list, the changes to what it says. The row is locked until the transaction of the change ends, so whoever
 * reads a count and then the revocations sees at least as many of them.
 */
final class RevocationRevisions {

    private static final int COMPLETE = -1;

    private final JdbcClient database;

    RevocationRevisions(JdbcClient database) {
        this.database = database;
        database.sql("CREATE TABLE IF NOT EXISTS revocation_revision (issuer VARCHAR(64), crl_partition INTEGER,"
                        + " revision BIGINT NOT NULL, PRIMARY KEY (issuer, crl_partition))")
                .update();
    }

    long of(String issuer, @Nullable Integer partition) {
        return database.sql("SELECT revision FROM revocation_revision WHERE issuer = ? AND crl_partition = ?")
                .params(issuer, partition == null ? COMPLETE : partition)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Counts for the lists that this serial number belongs on. */
    void advance(String serialNumber) {
        advance("serial = ?", serialNumber);
    }

    /** The same, if it is revoked: what became known of it may bring it onto another list. */
    void advanceIfRevoked(String serialNumber) {
        advance("serial = ? AND revoked_at IS NOT NULL", serialNumber);
    }

    private void advance(String condition, String serialNumber) {
        database.sql("SELECT issuer, crl_partition FROM issued_certificate WHERE " + condition)
                .param(serialNumber)
                .query((row, number) -> new Place(row.getString(1), row.getObject(2, Integer.class)))
                .optional()
                .ifPresent(place -> {
                    advance(place.issuer(), COMPLETE);
                    if (place.partition() != null) {
                        advance(place.issuer(), place.partition());
                    }
                });
    }

    /** Counts for one list. */
    void advance(String issuer, int partition) {
        int first = database.sql("INSERT INTO revocation_revision (issuer, crl_partition, revision) VALUES (?, ?, 1)"
                        + " ON CONFLICT DO NOTHING")
                .params(issuer, partition)
                .update();
        if (first == 0) {
            database.sql("UPDATE revocation_revision SET revision = revision + 1"
                            + " WHERE issuer = ? AND crl_partition = ?")
                    .params(issuer, partition)
                    .update();
        }
    }

    /** Where a serial number belongs. */
    private record Place(String issuer, @Nullable Integer partition) {}
}
