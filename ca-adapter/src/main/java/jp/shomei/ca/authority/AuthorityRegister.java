package jp.shomei.ca.authority;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers, in the durable store, which authority signed this system's history. A lost or exchanged key store is
 * noticed at the next start, instead of being replaced by a new authority that nobody trusts.
 */
public final class AuthorityRegister {

    private static final int ONLY_ROW = 1;

    private final JdbcClient database;

    public AuthorityRegister(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS certificate_authority"
                        + " (id INTEGER PRIMARY KEY, issuing_sha256 VARCHAR(64) NOT NULL)")
                .update();
    }

    /** The digest of the issuing certificate in use, if there was one before. */
    Optional<String> known() {
        return database.sql("SELECT issuing_sha256 FROM certificate_authority WHERE id = ?")
                .param(ONLY_ROW)
                .query(String.class)
                .optional();
    }

    /** Remembers the digest of the issuing certificate, unless one is known already. */
    void remember(String issuingSha256) {
        if (known().isPresent()) {
            return;
        }
        try {
            database.sql("INSERT INTO certificate_authority (id, issuing_sha256) VALUES (?, ?)")
                    .params(ONLY_ROW, issuingSha256)
                    .update();
        } catch (DuplicateKeyException alreadyKnown) {
            // another process started at the same moment; the comparison that follows settles whose it is
        }
    }
}
