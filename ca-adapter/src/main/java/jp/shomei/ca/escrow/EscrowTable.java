package jp.shomei.ca.escrow;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypted keys in the durable store, one for each generation of a certificate. A row without ciphertext is a key that
 * was destroyed, while that is not yet on record.
 */
public final class EscrowTable {

    private final JdbcClient database;

    public EscrowTable(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS escrowed_holder_key (request_id VARCHAR(32) NOT NULL,"
                        + " generation INTEGER NOT NULL, download_until DATE NOT NULL, ciphertext VARCHAR(8192),"
                        + " PRIMARY KEY (request_id, generation))")
                .update();
        database.sql("CREATE INDEX IF NOT EXISTS escrowed_holder_key_download_until"
                        + " ON escrowed_holder_key (download_until)")
                .update();
        takeOverKeysWithoutGeneration();
    }

    /** A row. */
    record Row(String requestId, int generation, boolean destroyed) {

        /** Before every other row. */
        static final Row NONE = new Row("", 0, false);
    }

    /** Keeps a key unless one is kept. Whether it was this one. */
    boolean insert(String requestId, int generation, LocalDate downloadUntil, byte[] ciphertext) {
        return database.sql("INSERT INTO escrowed_holder_key (request_id, generation, download_until, ciphertext)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                requestId,
                                generation,
                                downloadUntil,
                                Base64.getEncoder().encodeToString(ciphertext))
                        .update()
                == 1;
    }

    Optional<byte[]> ciphertext(String requestId, int generation) {
        return database.sql("SELECT ciphertext FROM escrowed_holder_key"
                        + " WHERE request_id = ? AND generation = ? AND ciphertext IS NOT NULL")
                .params(requestId, generation)
                .query(String.class)
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    /** Keys whose last day of download, as far as is known here, is before this day: those after one of them. */
    List<Row> over(LocalDate day, Row after, int most) {
        return database.sql("SELECT request_id, generation, ciphertext IS NULL FROM escrowed_holder_key"
                        + " WHERE download_until < ? AND (request_id > ? OR request_id = ? AND generation > ?)"
                        + " ORDER BY request_id, generation FETCH FIRST " + most + " ROWS ONLY")
                .params(day, after.requestId(), after.requestId(), after.generation())
                .query((row, number) -> new Row(row.getString(1), row.getInt(2), row.getBoolean(3)))
                .list();
    }

    /** Every key kept for a certificate. */
    List<Row> of(String requestId) {
        return database.sql("SELECT request_id, generation, ciphertext IS NULL FROM escrowed_holder_key"
                        + " WHERE request_id = ? ORDER BY generation")
                .param(requestId)
                .query((row, number) -> new Row(row.getString(1), row.getInt(2), row.getBoolean(3)))
                .list();
    }

    void keepUntil(Row row, LocalDate downloadUntil) {
        database.sql("UPDATE escrowed_holder_key SET download_until = ? WHERE request_id = ? AND generation = ?")
                .params(downloadUntil, row.requestId(), row.generation())
                .update();
    }

    void blank(Row row) {
        database.sql("UPDATE escrowed_holder_key SET ciphertext = NULL WHERE request_id = ? AND generation = ?")
                .params(row.requestId(), row.generation())
                .update();
    }

    void delete(String requestId, int generation) {
        database.sql("DELETE FROM escrowed_holder_key WHERE request_id = ? AND generation = ?")
                .params(requestId, generation)
                .update();
    }

    void deleteBefore(String requestId, int generation) {
        database.sql("DELETE FROM escrowed_holder_key WHERE request_id = ? AND generation < ?")
                .params(requestId, generation)
                .update();
    }

    /** Before there were renewals, a key was that of its request; such keys belong to the first generation. */
    private void takeOverKeysWithoutGeneration() {
        int old = database.sql(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = 'escrowed_key'")
                .query(Integer.class)
                .single();
        if (old == 0) {
            return;
        }
        database.sql("INSERT INTO escrowed_holder_key (request_id, generation, download_until, ciphertext)"
                        + " SELECT request_id, 1, download_until, ciphertext FROM escrowed_key old WHERE NOT EXISTS"
                        + " (SELECT 1 FROM escrowed_holder_key kept"
                        + " WHERE kept.request_id = old.request_id AND kept.generation = 1)")
                .update();
        database.sql("DROP TABLE escrowed_key").update();
    }
}
