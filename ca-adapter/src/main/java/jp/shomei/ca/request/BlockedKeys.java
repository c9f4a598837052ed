package jp.shomei.ca.request;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jp.shomei.ca.x509.PublicKeys;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys that get no certificate any more, whoever sends them: those that became known to somebody else. They stand in the
 * durable store, each by the SHA-256 digest of its canonical SubjectPublicKeyInfo in lower-case hexadecimal. No key ever
 * leaves the list.
 */
public final class BlockedKeys {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int REASON_LIMIT = 200;

    private final DataSource dataSource;
    private final JdbcClient database;

    public BlockedKeys(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS blocked_key (spki_sha256 VARCHAR(64) PRIMARY KEY,"
                        + " reason VARCHAR(" + REASON_LIMIT + ") NOT NULL,"
                        + " blocked_at TIMESTAMP WITH TIME ZONE NOT NULL)")
                .update();
    }

    /**
     * Blocks a key. One that is blocked already keeps its first reason and time.
     *
     * @param spkiSha256 digest of the key
     * @param reason for the operator, in up to 200 characters
     * @param at since when
     * @throws IllegalArgumentException if that is no digest, which would block nothing, or no such reason
     */
    public void block(String spkiSha256, String reason, Instant at) {
        requireDigest(spkiSha256);
        if (reason.isBlank() || reason.length() > REASON_LIMIT) {
            throw new IllegalArgumentException("a key is blocked for a reason of 1 to " + REASON_LIMIT + " characters");
        }
        database.sql("INSERT INTO blocked_key (spki_sha256, reason, blocked_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(spkiSha256, reason, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Whether a key is blocked. The look-up uses a connection of its own and gives it back at once: the transaction of a
     * handler that goes on to wait for others must not hold one.
     *
     * @param spkiSha256 digest of the key
     * @throws IllegalArgumentException if that is no digest
     */
    public boolean isBlocked(String spkiSha256) {
        requireDigest(spkiSha256);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement question =
                        connection.prepareStatement("SELECT 1 FROM blocked_key WHERE spki_sha256 = ?")) {
            question.setString(1, spkiSha256);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next();
            }
        } catch (SQLException unreachable) {
            throw new DataAccessResourceFailureException("the list of blocked keys cannot be read", unreachable);
        }
    }

    /** Whether a key is blocked, however it is spelled. */
    public boolean isBlocked(SubjectPublicKeyInfo key) {
        return isBlocked(PublicKeys.sha256(PublicKeys.canonical(key).orElse(key)));
    }

    private static void requireDigest(String spkiSha256) {
        if (!DIGEST.matcher(spkiSha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 digest in lower-case hexadecimal");
        }
    }
}
