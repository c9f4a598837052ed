package jp.shomei.correspondence.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every mail there ever was, in the durable store: recorded before it is sent, together with the token of the reaction that
 * wrote it.
 */
public final class MailOutbox {

    private static final String SHOWN = "number, mail_id, kind, request_id, recipient, subject, written_at, state,"
            + " attempts, last_attempt_at, last_reply, next_attempt_at, sent_at";

    private final JdbcClient database;
    private final Clock realTime;

    /**
     * The outbox; its table is made if need be.
     *
     * @param realTime the clock mail servers live by, also while business time is simulated
     */
    public MailOutbox(DataSource dataSource, Clock realTime) {
        this.database = JdbcClient.create(dataSource);
        this.realTime = realTime;
        MailTable.create(database);
    }

    /** A mail and its place in the outbox. */
    record Listed(long number, MailView mail) {}

    /** Records a mail, which waits from now on; does nothing if it is on record. */
    void record(MailDraft draft) {
        OffsetDateTime now = MailTable.time(realTime.instant());
        database.sql("INSERT INTO mail (mail_id, kind, request_id, recipient, subject, text, written_at, state,"
                        + " waiting_since, attempts, tries, next_attempt_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?) ON CONFLICT DO NOTHING")
                .params(
                        draft.mailId(),
                        draft.kind().name(),
                        draft.requestId(),
                        draft.recipient(),
                        draft.subject(),
                        draft.text(),
                        MailTable.time(draft.writtenAt()),
                        MailState.WAITING.name(),
                        now,
                        now)
                .update();
        draft.others().forEach(requestId -> listUnder(requestId, draft.mailId()));
    }

    private void listUnder(String requestId, String mailId) {
        database.sql("INSERT INTO mail_about (request_id, number) SELECT CAST(? AS VARCHAR(32)), number FROM mail"
                        + " WHERE mail_id = ? ON CONFLICT DO NOTHING")
                .params(requestId, mailId)
                .update();
    }

    /** One mail with its text. */
    Optional<MailView> find(String mailId) {
        return database.sql("SELECT " + SHOWN + ", text FROM mail WHERE mail_id = ?")
                .param(mailId)
                .query(MailRows.withText())
                .optional();
    }

    /**
     * Mails in the order in which they were recorded, without their texts.
     *
     * @param after the place of the last one that is known, 0 for none
     */
    List<Listed> list(@Nullable MailState state, @Nullable String requestId, long after, int most) {
        RowMapper<MailView> mail = MailRows.withoutText();
        return database.sql("SELECT " + SHOWN + " FROM mail WHERE number > :after"
                        + (state == null ? "" : " AND state = :state")
                        + (requestId == null
                                ? ""
                                : " AND number IN (SELECT number FROM mail WHERE request_id = :request"
                                        + " UNION SELECT number FROM mail_about WHERE request_id = :request)")
                        + " ORDER BY number FETCH FIRST " + most + " ROWS ONLY")
                .param("after", after)
                .param("state", state == null ? "" : state.name())
                .param("request", requestId == null ? "" : requestId)
                .query((row, number) -> new Listed(row.getLong("number"), mail.mapRow(row, number)))
                .list();
    }

    /**
     * Has a mail that was given up tried again from now on, for another day.
     *
     * @param recipient to which address instead; to the same if absent
     * @param by who wants that
     * @param at when, in business time
     * @return whether it was given up
     */
    boolean resend(String mailId, @Nullable String recipient, String by, Instant at) {
        OffsetDateTime now = MailTable.time(realTime.instant());
        return database.sql("UPDATE mail SET state = :waiting, recipient = COALESCE(:recipient, recipient), tries = 0,"
                                + " first_attempt_at = NULL, next_attempt_at = :now, waiting_since = :now,"
                                + " resent_by = :by, resent_at = :at WHERE mail_id = :mail AND state = :givenUp")
                        .param("waiting", MailState.WAITING.name())
                        .param("recipient", recipient)
                        .param("now", now)
                        .param("by", by)
                        .param("at", MailTable.time(at))
                        .param("mail", mailId)
                        .param("givenUp", MailState.GIVEN_UP.name())
                        .update()
                == 1;
    }

    /**
     * Gives up every mail that waits, since it may have been sent after the backup from which this outbox is; whoever knows
     * better has it sent again.
     *
     * @return how many waited
     */
    public int giveUpWaiting(String reason) {
        return database.sql("UPDATE mail SET state = :givenUp, last_reply = :reason, next_attempt_at = NULL,"
                        + " last_attempt_at = :now, claimed_by = NULL, claimed_until = NULL WHERE state = :waiting")
                .param("givenUp", MailState.GIVEN_UP.name())
                .param("reason", OneLine.of(reason, MailTable.REPLY))
                .param("now", MailTable.time(realTime.instant()))
                .param("waiting", MailState.WAITING.name())
                .update();
    }

    /** How many mails are in a state. */
    long count(MailState state) {
        return database.sql("SELECT COUNT(*) FROM mail WHERE state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    /** How many mails were given up since then, and still are. In real time. */
    long countGivenUp(Instant since) {
        return database.sql("SELECT COUNT(*) FROM mail WHERE state = ? AND last_attempt_at >= ?")
                .params(MailState.GIVEN_UP.name(), MailTable.time(since))
                .query(Long.class)
                .single();
    }

    /** Since when the mail waits that waits longest; empty if none does. In real time. */
    Optional<Instant> longestWait() {
        return database.sql("SELECT waiting_since FROM mail WHERE state = ? ORDER BY state, waiting_since"
                        + " FETCH FIRST 1 ROWS ONLY")
                .param(MailState.WAITING.name())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }
}
