package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class MailOutboxTest {

    private final Stopwatch realTime = new Stopwatch();
    private final DataSource store;
    private final MailOutbox outbox;
    private final MailQueue queue;

    MailOutboxTest(TestStore kind) {
        store = kind.newDatabase();
        outbox = new MailOutbox(store, realTime);
        queue = new MailQueue(store, realTime);
    }

    @Test
    void recordsAMailThatWaits() {
        outbox.record(Mails.to("soumu@example.jp", "one"));

        MailView mail = Mails.find(outbox, "one");
        assertThat(mail.state()).isEqualTo(MailState.WAITING);
        assertThat(mail.recipient()).isEqualTo("soumu@example.jp");
        assertThat(mail.subject()).isEqualTo(Mails.SUBJECT);
        assertThat(mail.text()).isEqualTo(Mails.TEXT);
        assertThat(mail.recordedAt()).isEqualTo(OffsetDateTime.parse("2024-03-27T00:30:00+09:00"));
        assertThat(mail.attempts()).isZero();
    }

    @Test
    void recordsAMailOnce() {
        outbox.record(Mails.to("soumu@example.jp", "one"));
        outbox.record(Mails.to("somebody.else@example.jp", "one"));

        assertThat(Mails.all(outbox)).extracting(MailView::recipient).containsExactly("soumu@example.jp");
    }

    @Test
    void sendsWhatWasRecordedTwiceOnce() {
        outbox.record(Mails.to("soumu@example.jp", "one"));
        queue.sent(queue.claim(1).getFirst());
        outbox.record(Mails.to("soumu@example.jp", "one"));

        assertThat(queue.claim(1)).isEmpty();
    }

    @Test
    void listsMailsInTheirOrderWithoutTexts() {
        for (String mailId : List.of("c", "a", "b")) {
            outbox.record(Mails.to("soumu@example.jp", mailId));
        }

        assertThat(Mails.all(outbox)).extracting(MailView::mailId).containsExactly("c", "a", "b");
        assertThat(Mails.all(outbox)).extracting(MailView::text).containsOnlyNulls();
    }

    @Test
    void knowsSinceWhenTheOldestWaits() {
        assertThat(outbox.longestWait()).isEmpty();

        outbox.record(Mails.to("soumu@example.jp", "one"));
        realTime.goOn(Duration.ofMinutes(5));
        outbox.record(Mails.to("soumu@example.jp", "two"));
        assertThat(outbox.longestWait()).contains(Stopwatch.START);

        queue.sent(queue.claim(1).getFirst());
        assertThat(outbox.longestWait()).contains(Stopwatch.START.plus(Duration.ofMinutes(5)));
        assertThat(outbox.count(MailState.WAITING)).isEqualTo(1);
    }

    @Nested
    class OnceGivenUp {

        @BeforeEach
        void giveUp() {
            outbox.record(Mails.to("nobody@example.jp", "one"));
            queue.givenUp(queue.claim(1).getFirst(), "550 no such user");
        }

        @Test
        void isNotTriedAgain() {
            realTime.goOn(Duration.ofDays(30));

            assertThat(queue.claim(1)).isEmpty();
            assertThat(Mails.find(outbox, "one").state()).isEqualTo(MailState.GIVEN_UP);
            assertThat(Mails.find(outbox, "one").lastReply()).isEqualTo("550 no such user");
        }

        @Test
        void isTriedForAnotherDayWhenAnOfficerSaysSo() {
            realTime.goOn(Duration.ofDays(3));
            assertThat(outbox.resend("one", "soumu@example.jp", "officer-1", Mails.WRITTEN))
                    .isTrue();

            OutgoingMail again = queue.claim(1).getFirst();
            assertThat(again.recipient()).isEqualTo("soumu@example.jp");
            queue.postponed(again, "451 try later");
            MailView mail = Mails.find(outbox, "one");
            assertThat(mail.state()).isEqualTo(MailState.WAITING);
            assertThat(mail.attempts()).isEqualTo(2);
            assertThat(mail.nextAttemptAt()).isEqualTo(OffsetDateTime.parse("2026-03-05T09:01:00+09:00"));
        }

        @Test
        void keepsTheRecipientUnlessAnotherIsNamed() {
            outbox.resend("one", null, "officer-1", Mails.WRITTEN);

            assertThat(Mails.find(outbox, "one").recipient()).isEqualTo("nobody@example.jp");
        }

        @Test
        void isOrderedOnce() {
            assertThat(outbox.resend("one", null, "officer-1", Mails.WRITTEN)).isTrue();
            assertThat(outbox.resend("one", null, "officer-2", Mails.WRITTEN)).isFalse();
        }

        @Test
        void remembersWhoOrderedIt() {
            outbox.resend("one", null, "officer-1", Mails.WRITTEN);

            assertThat(org.springframework.jdbc.core.simple.JdbcClient.create(store)
                            .sql("SELECT resent_by, resent_at FROM mail")
                            .query((row, number) -> List.of(
                                    row.getString(1),
                                    row.getObject(2, OffsetDateTime.class).toInstant()))
                            .single())
                    .isEqualTo(List.of("officer-1", Mails.WRITTEN));
        }
    }
}
