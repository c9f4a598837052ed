package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.mail.ResendMail;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(TestStore.class)
class ResendMailHandlerTest {

    private final DataSource store;
    private final MailOutbox outbox;
    private final MailQueue queue;
    private final ResendMailHandler handler;

    ResendMailHandlerTest(TestStore kind) {
        store = kind.newDatabase();
        outbox = new MailOutbox(store, new Stopwatch());
        queue = new MailQueue(store, new Stopwatch());
        handler = new ResendMailHandler(outbox, new MailBell(), Clock.fixed(Mails.WRITTEN, ZoneOffset.UTC));
    }

    @BeforeEach
    void giveUpTheFirstOfTwo() {
        outbox.record(Mails.to("nobody@example.jp", "one"));
        outbox.record(Mails.to("soumu@example.jp", "two"));
        queue.givenUp(queue.claim(1).getFirst(), "550 no such user");
    }

    @Test
    void hasAMailTriedAgainThatWasGivenUp() {
        MailView mail = handler.handle(new ResendMail("one", "soumu@example.jp"), "officer-1");

        assertThat(mail.state()).isEqualTo(MailState.WAITING);
        assertThat(mail.recipient()).isEqualTo("soumu@example.jp");
        assertThat(queue.claim(9)).extracting(OutgoingMail::mailId).containsExactlyInAnyOrder("one", "two");
        assertThat(JdbcClient.create(store)
                        .sql("SELECT resent_by FROM mail WHERE mail_id = 'one'")
                        .query(String.class)
                        .single())
                .isEqualTo("officer-1");
    }

    @Test
    void keepsTheRecipientIfNoneIsNamed() {
        assertThat(handler.handle(new ResendMail("one", null), null).recipient())
                .isEqualTo("nobody@example.jp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@example.jp\r\nBcc: b@example.jp", "a@example.jp,b@example.jp"})
    void refusesWhatIsNoAddress(String recipient) {
        assertThatThrownBy(() -> handler.handle(new ResendMail("one", recipient), "officer-1"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal().fields())
                                .extracting(FieldError::field)
                                .containsExactly("recipient"));
        assertThat(Mails.find(outbox, "one").state()).isEqualTo(MailState.GIVEN_UP);
    }

    @Test
    void refusesAMailThatThereIsNot() {
        assertRefused("three", ErrorCode.MAIL_NOT_FOUND);
    }

    @Test
    void refusesAMailThatWaits() {
        assertRefused("two", ErrorCode.MAIL_NOT_GIVEN_UP);
    }

    @Test
    void refusesAMailThatWasSent() {
        queue.sent(queue.claim(1).getFirst());

        assertRefused("two", ErrorCode.MAIL_NOT_GIVEN_UP);
    }

    private void assertRefused(String mailId, ErrorCode code) {
        assertThatThrownBy(() -> handler.handle(new ResendMail(mailId, null), "officer-1"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }
}
