package jp.shomei.app.durable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import jp.shomei.app.start.StartRefused;

/** Whether a PostgreSQL server keeps what it has confirmed, and can keep what is written here. */
final class PostgresCheck {

    /** With these, a commit is on the server's own disk, and on the standby's if there is one, before it returns. */
    private static final Set<String> DURABLE = Set.of("on", "remote_apply");

    private PostgresCheck() {}

    /**
     * Looks at the settings that this node's connections have.
     *
     * @throws StartRefused saying which one is unusable
     */
    static void require(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery("SELECT current_setting('synchronous_commit'),"
                        + " current_setting('fsync'), current_setting('full_page_writes'),"
                        + " current_setting('server_encoding')")) {
            settings.next();
            require("synchronous_commit", settings.getString(1), DURABLE);
            require("fsync", settings.getString(2), Set.of("on"));
            require("full_page_writes", settings.getString(3), Set.of("on"));
            require("server_encoding", settings.getString(4), Set.of("UTF8"));
        }
    }

    private static void require(String setting, String value, Set<String> usable) {
        if (!usable.contains(value)) {
            throw new StartRefused("PostgreSQL has " + setting + " = " + value + "; it must be "
                    + String.join(" or ", usable.stream().sorted().toList())
                    + ", or what was acknowledged could be lost.");
        }
    }
}
