package jp.shomei.ca.escrow;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypted keys in the durable store. A row without ciphertext is a key that was destroyed, while that is not yet on
 * record.
 */
public final class EscrowTable {

    private final JdbcClient database;

    public EscrowTable(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS escrowed_key (request_id VARCHAR(32) PRIMARY KEY,"
                        + " download_until DATE NOT NULL, ciphertext VARCHAR(8192))")
                .update();
        database.sql("CREATE INDEX IF NOT EXISTS escrowed_key_download_until ON escrowed_key (download_until)")
                .update();
    }

    /** Keeps a key unless one is kept. Whether it was this one. */
    boolean insert(String requestId, LocalDate downloadUntil, byte[] ciphertext) {
        try {
            return database.sql("INSERT INTO escrowed_key (request_id, download_until, ciphertext) VALUES (?, ?, ?)")
                            .params(
                                    requestId,
                                    downloadUntil,
                                    Base64.getEncoder().encodeToString(ciphertext))
                            .update()
                    == 1;
        } catch (DuplicateKeyException kept) {
            return false;
        }
    }

    Optional<byte[]> ciphertext(String requestId) {
        return database.sql("SELECT ciphertext FROM escrowed_key WHERE request_id = ? AND ciphertext IS NOT NULL")
                .param(requestId)
                .query(String.class)
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    /** Whether there is a row, with or without a key. */
    boolean has(String requestId) {
        return database.sql("SELECT COUNT(*) FROM escrowed_key WHERE request_id = ?")
                        .param(requestId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keys whose last day of download is before this day, in order of their request IDs, those after one of them. */
    List<String> over(LocalDate day, String after, int most) {
        return database.sql("SELECT request_id FROM escrowed_key WHERE download_until < ? AND request_id > ?"
                        + " ORDER BY request_id FETCH FIRST " + most + " ROWS ONLY")
                .params(day, after)
                .query(String.class)
                .list();
    }

    void blank(String requestId) {
        database.sql("UPDATE escrowed_key SET ciphertext = NULL WHERE request_id = ?")
                .param(requestId)
                .update();
    }

    void delete(String requestId) {
        database.sql("DELETE FROM escrowed_key WHERE request_id = ?")
                .param(requestId)
                .update();
    }
}
