package jp.shomei.ca.authority;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers, in the durable store, which issuing certificates signed this system's history: the first, and each that
 * followed it in a rollover; and by which keys it derives reference IDs and keeps holders' keys. A lost or exchanged key store is noticed at the next start, instead of being replaced by a new
 * authority that nobody trusts.
 */
public final class AuthorityRegister {

    private final JdbcClient database;

    public AuthorityRegister(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS certificate_authority"
                        + " (id INTEGER PRIMARY KEY, issuing_sha256 VARCHAR(64) NOT NULL)")
                .update();
        database.sql("CREATE TABLE IF NOT EXISTS authority_secret"
                        + " (name VARCHAR(64) PRIMARY KEY, fingerprint VARCHAR(64) NOT NULL)")
                .update();
    }

    /**
     * Whether a secret is the one that is known by this name. The first one counts.
     *
     * @param fingerprint tells the secret from others, and nothing of it
     */
    boolean isKnown(String name, String fingerprint) {
        database.sql("INSERT INTO authority_secret (name, fingerprint) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(name, fingerprint)
                .update();
        return database.sql("SELECT fingerprint FROM authority_secret WHERE name = ?")
                .param(name)
                .query(String.class)
                .single()
                .equals(fingerprint);
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
            // if another process started at the same moment, the comparison that follows settles whose history it is
            database.sql("INSERT INTO certificate_authority (id, issuing_sha256) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(known.size() + 1, issuingSha256)
                    .update();
        }
    }
}
