package jp.shomei.app.durable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/**
 * The reactions' tokens, each claimed by one node at a time. The token of a reaction that is at work is locked, as long as
 * that takes; whoever would like to take it over passes it by instead of waiting for it.
 */
final class ClaimedTokens extends JdbcTokenStore {

    private static final TokenSchema SCHEMA = new TokenSchema();

    ClaimedTokens(Builder builder) {
        super(builder.schema(SCHEMA));
    }

    @Override
    protected PreparedStatement selectForUpdate(Connection connection, String processorName, int segment)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement("SELECT "
                + String.join(
                        ", ",
                        SCHEMA.processorNameColumn(),
                        SCHEMA.segmentColumn(),
                        SCHEMA.tokenColumn(),
                        SCHEMA.tokenTypeColumn(),
                        SCHEMA.timestampColumn(),
                        SCHEMA.ownerColumn())
                + " FROM " + SCHEMA.tokenTable() + " WHERE " + SCHEMA.processorNameColumn() + " = ? AND "
                + SCHEMA.segmentColumn() + " = ? FOR UPDATE SKIP LOCKED");
        statement.setString(1, processorName);
        statement.setInt(2, segment);
        return statement;
    }
}
