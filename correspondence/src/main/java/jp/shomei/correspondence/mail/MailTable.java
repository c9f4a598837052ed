package jp.shomei.correspondence.mail;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox in the durable store. {@code written_at} and {@code resent_at} are business time; everything else is real time,
 * since mail servers live in it.
 */
final class MailTable {

    /** Longest reply that is kept, in characters. */
    static final int REPLY = 500;

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS mail ("
            + "number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mail_id VARCHAR(64) NOT NULL UNIQUE,"
            + " kind VARCHAR(32) NOT NULL, request_id VARCHAR(32) NOT NULL, recipient VARCHAR(1000) NOT NULL,"
            + " subject VARCHAR(200) NOT NULL, text VARCHAR(100000) NOT NULL,"
            + " written_at TIMESTAMP WITH TIME ZONE NOT NULL, state VARCHAR(16) NOT NULL,"
            + " waiting_since TIMESTAMP WITH TIME ZONE NOT NULL, attempts INTEGER NOT NULL, tries INTEGER NOT NULL,"
            + " first_attempt_at TIMESTAMP WITH TIME ZONE, last_attempt_at TIMESTAMP WITH TIME ZONE,"
            + " next_attempt_at TIMESTAMP WITH TIME ZONE, last_reply VARCHAR(" + REPLY + "),"
            + " claimed_by VARCHAR(36), claimed_until TIMESTAMP WITH TIME ZONE,"
            + " sent_at TIMESTAMP WITH TIME ZONE, resent_by VARCHAR(200),"
            + " resent_at TIMESTAMP WITH TIME ZONE)";

    /** What else a mail is about than the certificate it is shown with. */
    private static final String ABOUT = "CREATE TABLE IF NOT EXISTS mail_about ("
            + "request_id VARCHAR(32) NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (request_id, number))";

    private MailTable() {}

    static void create(JdbcClient database) {
        database.sql(TABLE).update();
        database.sql(ABOUT).update();
        index(database, "mail_due", "state, next_attempt_at, number");
        index(database, "mail_by_state", "state, number");
        index(database, "mail_by_request", "request_id, number");
        index(database, "mail_by_attempt", "state, last_attempt_at");
        index(database, "mail_waiting", "state, waiting_since");
    }

    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static void index(JdbcClient database, String name, String columns) {
        database.sql("CREATE INDEX IF NOT EXISTS " + name + " ON mail (" + columns + ")")
                .update();
    }
}
