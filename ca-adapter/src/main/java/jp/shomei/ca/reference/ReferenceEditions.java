package jp.shomei.ca.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which edition of a notice holds the valid reference ID, in the durable store. Only reissued notices have a row; every
 * other certificate, and every one that does not exist, is at its first edition.
 */
public final class ReferenceEditions {

    private static final int FIRST = 1;

    private final DataSource dataSource;
    private final JdbcClient database;

    public ReferenceEditions(DataSource dataSource) {
        this.dataSource = dataSource;
        this.database = JdbcClient.create(dataSource);
        database.sql("CREATE TABLE IF NOT EXISTS reference_edition"
                        + " (request_id VARCHAR(32) PRIMARY KEY, edition INTEGER NOT NULL)")
                .update();
    }

    /**
     * The newest edition: one look-up by primary key, whoever asks for whatever. It uses a connection of its own and
     * gives it back at once: the transaction of a handler that goes on to wait for others must not hold one.
     */
    public int newestOf(String requestId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement question =
                        connection.prepareStatement("SELECT edition FROM reference_edition WHERE request_id = ?")) {
            question.setString(1, requestId);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() ? answer.getInt(1) : FIRST;
            }
        } catch (SQLException unreachable) {
            throw new DataAccessResourceFailureException("the edition of a notice cannot be read", unreachable);
        }
    }

    /** Remembers an edition, unless a newer one is known. */
    public void raise(String requestId, int edition) {
        int first = database.sql(
                        "INSERT INTO reference_edition (request_id, edition) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(requestId, edition)
                .update();
        if (first == 0) {
            database.sql("UPDATE reference_edition SET edition = ? WHERE request_id = ? AND edition < ?")
                    .params(edition, requestId, edition)
                    .update();
        }
    }
}
