package jp.shomei.ca.request;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which certificate each key was used for: one key, one certificate. A claim is in the durable store before the intent to
 * sign is recorded, so two requests that send the same key at once cannot both have it. Claims are never given back, not
 * even when nothing was signed in the end.
 */
public final class UsedKeys {

    private final JdbcClient database;

    /**
     * What a key is used for.
     *
     * @param requestId whose certificate
     * @param generation 1 for the first key, one more for each renewal
     */
    public record Use(String requestId, int generation) {}

    public UsedKeys(DataSource dataSource) {
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS used_key (spki_sha256 VARCHAR(64) PRIMARY KEY,"
                        + " request_id VARCHAR(32) NOT NULL, generation INTEGER NOT NULL)")
                .update();
    }

    /**
     * Claims a key for one certificate. The same claim may be made again, as after a crash.
     *
     * @param spkiSha256 digest of the key's canonical SubjectPublicKeyInfo, lower-case hexadecimal
     * @param requestId whose certificate
     * @param generation 1 for the first key, one more for each renewal
     * @return whether the key is claimed for this certificate now; not if it is for another
     */
    public boolean claim(String spkiSha256, String requestId, int generation) {
        int claimed = database.sql("INSERT INTO used_key (spki_sha256, request_id, generation) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(spkiSha256, requestId, generation)
                .update();
        return claimed == 1 || isClaimed(spkiSha256, requestId, generation);
    }

    /**
     * For which certificate a key is claimed, if it is.
     *
     * @param spkiSha256 digest of the key's canonical SubjectPublicKeyInfo, lower-case hexadecimal
     */
    public Optional<Use> useOf(String spkiSha256) {
        return database.sql("SELECT request_id, generation FROM used_key WHERE spki_sha256 = ?")
                .param(spkiSha256)
                .query((row, number) -> new Use(row.getString(1), row.getInt(2)))
                .optional();
    }

    private boolean isClaimed(String spkiSha256, String requestId, int generation) {
        return database.sql("SELECT COUNT(*) FROM used_key WHERE spki_sha256 = ? AND request_id = ? AND generation = ?")
                        .params(spkiSha256, requestId, generation)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
