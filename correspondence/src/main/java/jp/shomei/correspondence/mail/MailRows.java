package jp.shomei.correspondence.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.time.JapanTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Reads the outbox's rows as officers see them: times with Japan's offset. */
final class MailRows {

    private static final ZoneId ZONE = JapanTime.ZONE;

    private MailRows() {}

    static RowMapper<MailView> withText() {
        return (row, number) -> view(row, row.getString("text"));
    }

    static RowMapper<MailView> withoutText() {
        return (row, number) -> view(row, null);
    }

    private static MailView view(ResultSet row, @Nullable String text) throws SQLException {
        return new MailView(
                row.getString("mail_id"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("request_id"),
                row.getString("recipient"),
                row.getString("subject"),
                text,
                Objects.requireNonNull(time(row, "written_at")),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                time(row, "last_attempt_at"),
                row.getString("last_reply"),
                time(row, "next_attempt_at"),
                time(row, "sent_at"));
    }

    private static @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.atZoneSameInstant(ZONE).toOffsetDateTime();
    }
}
