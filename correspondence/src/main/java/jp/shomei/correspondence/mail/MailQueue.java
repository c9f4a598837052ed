package jp.shomei.correspondence.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The waiting mails of the outbox, as a sender takes them. It claims a mail for a minute before it hands it over: whoever
 * claims it has it alone, and if the process dies, the claim ends by itself and somebody else goes on. Each call is one
 * statement, and so a transaction of its own.
 */
public final class MailQueue {

    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final String MINE = " WHERE number = :number AND claimed_by = :me";
    private static final String TRIED = "attempts = attempts + 1, tries = tries + 1,"
            + " first_attempt_at = COALESCE(first_attempt_at, :tried), last_attempt_at = :tried,"
            + " claimed_by = NULL, claimed_until = NULL";

    private final JdbcClient database;
    private final Clock realTime;
    private final String me = UUID.randomUUID().toString();

    /**
     * The queue of a sender; its table is made if need be.
     *
     * @param realTime claims run out, and mails are tried again, by this clock
     */
    public MailQueue(DataSource dataSource, Clock realTime) {
        this.database = JdbcClient.create(dataSource);
        this.realTime = realTime;
        MailTable.create(database);
    }

    /** Claims mails that are due and nobody has claimed, the longest due first. */
    List<OutgoingMail> claim(int most) {
        List<Long> due = due(most);
        if (due.isEmpty()) {
            return List.of();
        }
        database.sql("UPDATE mail SET claimed_by = :me, claimed_until = :until WHERE number IN (:due)"
                        + " AND state = :waiting AND (claimed_until IS NULL OR claimed_until <= :now)")
                .param("me", me)
                .param("until", now().plus(CLAIM))
                .param("due", due)
                .param("waiting", MailState.WAITING.name())
                .param("now", now())
                .update();
        return database.sql("SELECT number, mail_id, recipient, subject, text, written_at, tries, first_attempt_at"
                        + " FROM mail WHERE number IN (:due) AND claimed_by = :me ORDER BY next_attempt_at, number")
                .param("due", due)
                .param("me", me)
                .query((row, number) -> outgoing(row))
                .list();
    }

    /** Makes the claims on these mails good for another minute. */
    void keep(Collection<Long> numbers) {
        if (!numbers.isEmpty()) {
            database.sql("UPDATE mail SET claimed_until = :until WHERE number IN (:numbers) AND claimed_by = :me")
                    .param("until", now().plus(CLAIM))
                    .param("numbers", numbers)
                    .param("me", me)
                    .update();
        }
    }

    /** Gives a mail back that was not tried. */
    void release(OutgoingMail mail) {
        database.sql("UPDATE mail SET claimed_by = NULL, claimed_until = NULL" + MINE)
                .param("number", mail.number())
                .param("me", me)
                .update();
    }

    /** Gives a mail back that did not come to be tried, behind those that are due now: it must not be the first for ever. */
    void putBehind(OutgoingMail mail, Duration pause) {
        Instant next = realTime.instant().plus(pause.isNegative() ? Duration.ZERO : pause);
        database.sql("UPDATE mail SET next_attempt_at = :next, claimed_by = NULL, claimed_until = NULL" + MINE)
                .param("next", MailTable.time(next))
                .param("number", mail.number())
                .param("me", me)
                .update();
    }

    /** Records that a mail was taken. Whoever hands one over has it taken, also if the claim is somebody else's by now. */
    void sent(OutgoingMail mail) {
        database.sql("UPDATE mail SET state = :sent, sent_at = :tried, next_attempt_at = NULL, last_reply = NULL, "
                        + TRIED + " WHERE number = :number AND state = :waiting")
                .param("sent", MailState.SENT.name())
                .param("tried", now())
                .param("number", mail.number())
                .param("waiting", MailState.WAITING.name())
                .update();
    }

    /** Records that a mail was not taken: it is tried again, or given up once the day is over. */
    void postponed(OutgoingMail mail, String reply) {
        Instant now = realTime.instant();
        @Nullable Instant first = mail.firstTriedAt();
        RetrySchedule.next(mail.tries() + 1, first == null ? now : first, now)
                .ifPresentOrElse(
                        next -> tried(mail, MailState.WAITING, reply, MailTable.time(next)),
                        () -> givenUp(mail, reply));
    }

    /** Records that a mail is not tried again. */
    void givenUp(OutgoingMail mail, String reply) {
        tried(mail, MailState.GIVEN_UP, reply, null);
    }

    private void tried(OutgoingMail mail, MailState state, String reply, @Nullable OffsetDateTime next) {
        database.sql("UPDATE mail SET state = :state, last_reply = :reply, next_attempt_at = :next, " + TRIED + MINE)
                .param("state", state.name())
                .param("reply", OneLine.of(reply, MailTable.REPLY))
                .param("next", next)
                .param("tried", now())
                .param("number", mail.number())
                .param("me", me)
                .update();
    }

    private List<Long> due(int most) {
        return database.sql("SELECT number FROM mail WHERE state = :waiting AND next_attempt_at <= :now"
                        + " AND (claimed_until IS NULL OR claimed_until <= :now) ORDER BY state, next_attempt_at, number"
                        + " FETCH FIRST " + most + " ROWS ONLY")
                .param("waiting", MailState.WAITING.name())
                .param("now", now())
                .query(Long.class)
                .list();
    }

    private OffsetDateTime now() {
        return MailTable.time(realTime.instant());
    }

    private static OutgoingMail outgoing(ResultSet row) throws SQLException {
        OffsetDateTime first = row.getObject("first_attempt_at", OffsetDateTime.class);
        return new OutgoingMail(
                row.getLong("number"),
                row.getString("mail_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("text"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getInt("tries"),
                first == null ? null : first.toInstant());
    }
}
