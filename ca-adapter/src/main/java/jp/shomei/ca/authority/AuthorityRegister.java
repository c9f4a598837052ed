package jp.shomei.ca.authority;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers, in the durable store, which issuing certificates signed this system's history: the first, and each that
 * followed it in a rollover. A lost or exchanged key store is noticed at the next start, instead of being replaced by a new
 * authority that nobody trusts.
 */
public final class AuthorityRegister {

    private final JdbcClient database;

    public AuthorityRegister(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS certificate_authority"
                        + " (id INTEGER PRIMARY KEY, issuing_sha256 VARCHAR(64) NOT NULL)")
                .update();
    }

    /** The digests of the issuing certificates that were in use before, in the order they came into use. */
    List<String> known() {
        return database.sql("SELECT issuing_sha256 FROM certificate_authority ORDER BY id")
                .query(String.class)
                .list();
    }

    /** Remembers the digest of an issuing certificate. */
    void remember(String issuingSha256) {
        for (List<String> known = known(); !known.contains(issuingSha256); known = known()) {
            try {
                database.sql("INSERT INTO certificate_authority (id, issuing_sha256) VALUES (?, ?)")
                        .params(known.size() + 1, issuingSha256)
                        .update();
            } catch (DuplicateKeyException alreadyTaken) {
                // another process started at the same moment; the comparison that follows settles whose history it is
                continue;
            }
        }
    }
}
