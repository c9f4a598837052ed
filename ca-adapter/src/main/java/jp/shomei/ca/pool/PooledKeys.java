package jp.shomei.ca.pool;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.escrow.EscrowUnreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Encrypted keys that nobody has yet, in the durable store. Whoever deletes a row has the key in it: a row can be deleted
 * once, so no key is handed out twice, not even by two processes. To be called outside any transaction.
 */
final class PooledKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PooledKeys.class);
    private static final int CANDIDATES = 16;
    private static final String NAME = "pooled key ";

    private final JdbcClient database;
    private final EscrowCipher cipher;

    PooledKeys(DataSource dataSource, EscrowCipher cipher) {
        this.database = table(dataSource);
        this.cipher = cipher;
    }

    static void dropAll(DataSource dataSource) {
        table(dataSource).sql("DELETE FROM pooled_key").update();
    }

    private record Row(String id, String ciphertext) {}

    void add(String profile, KeyPair pair) {
        String id = UUID.randomUUID().toString();
        database.sql("INSERT INTO pooled_key (id, profile, ciphertext) VALUES (?, ?, ?)")
                .params(id, profile, Base64.getEncoder().encodeToString(cipher.seal(pair, NAME + id, "")))
                .update();
    }

    int count(String profile) {
        return database.sql("SELECT COUNT(*) FROM pooled_key WHERE profile = ?")
                .param(profile)
                .query(Integer.class)
                .single();
    }

    /** A key of this profile that nobody else gets; empty if there is none, or others were quicker. */
    Optional<KeyPair> take(String profile) {
        List<Row> candidates = new ArrayList<>(database.sql("SELECT id, ciphertext FROM pooled_key WHERE profile = ?"
                        + " FETCH FIRST " + CANDIDATES + " ROWS ONLY")
                .param(profile)
                .query((row, number) -> new Row(row.getString(1), row.getString(2)))
                .list());
        Collections.shuffle(candidates);
        return candidates.stream()
                .filter(this::isMine)
                .flatMap(row -> open(row).stream())
                .findFirst();
    }

    void dropAllBut(String profile) {
        database.sql("DELETE FROM pooled_key WHERE profile <> ?").param(profile).update();
    }

    private static JdbcClient table(DataSource dataSource) {
        JdbcClient database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS pooled_key (id VARCHAR(36) PRIMARY KEY,"
                        + " profile VARCHAR(32) NOT NULL, ciphertext VARCHAR(8192) NOT NULL)")
                .update();
        return database;
    }

    private boolean isMine(Row row) {
        return database.sql("DELETE FROM pooled_key WHERE id = ?")
                        .param(row.id())
                        .update()
                == 1;
    }

    private Optional<KeyPair> open(Row row) {
        try {
            return Optional.of(cipher.open(Base64.getDecoder().decode(row.ciphertext()), NAME + row.id(), ""));
        } catch (EscrowUnreadable damaged) {
            LOG.error("A pooled key could not be opened and is gone", damaged);
            return Optional.empty();
        }
    }
}
