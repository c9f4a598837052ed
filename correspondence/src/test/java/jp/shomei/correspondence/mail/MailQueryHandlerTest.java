package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.FindMail;
import jp.shomei.contracts.mail.ListMails;
import jp.shomei.contracts.mail.MailKind;
import jp.shomei.contracts.mail.MailPage;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class MailQueryHandlerTest {

    private final DataSource store;
    private final Stopwatch realTime = new Stopwatch();
    private final MailOutbox outbox;
    private final MailQueryHandler handler;

    MailQueryHandlerTest(TestStore kind) {
        store = kind.newDatabase();
        outbox = new MailOutbox(store, realTime);
        handler = new MailQueryHandler(outbox);
    }

    @BeforeEach
    void recordSeven() {
        IntStream.range(0, 7)
                .forEach(number -> outbox.record(new MailDraft(
                        "mail-" + number,
                        MailKind.CERTIFICATE_EXPIRES,
                        List.of(number % 2 == 0 ? "202103100000001" : "202103100000002"),
                        "soumu@example.jp",
                        Mails.SUBJECT,
                        Mails.TEXT,
                        Mails.WRITTEN)));
        MailQueue queue = new MailQueue(store, realTime);
        queue.claim(3).forEach(mail -> queue.givenUp(mail, "550 no"));
    }

    @Test
    void showsOneMailWithItsText() {
        assertThat(handler.handle(new FindMail("mail-3")).orElseThrow().text()).isEqualTo(Mails.TEXT);
        assertThat(handler.handle(new FindMail("mail-9"))).isEmpty();
    }

    @Test
    void turnsThePages() {
        assertThat(pages(null, null, 3)).containsExactly("mail-0 mail-1 mail-2", "mail-3 mail-4 mail-5", "mail-6");
    }

    @Test
    void hasNoEmptyPageAtTheEnd() {
        assertThat(pages(null, null, 7)).hasSize(1);
    }

    @Test
    void showsThoseThatHaveComeSoFar() {
        assertThat(pages(MailState.GIVEN_UP, null, 2)).containsExactly("mail-0 mail-1", "mail-2");
        assertThat(pages(MailState.SENT, null, 2)).containsExactly("");
    }

    @Test
    void showsThoseAboutOneCertificate() {
        assertThat(pages(null, "202103100000002", 200)).containsExactly("mail-1 mail-3 mail-5");
        assertThat(pages(MailState.WAITING, "202103100000001", 200)).containsExactly("mail-4 mail-6");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void refusesALimitOutOfRange(int limit) {
        assertRefused(new ListMails(null, null, null, limit), ErrorCode.INVALID_FIELDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "LTE", "MSBvciAxPTE", "AAAA"})
    void refusesACursorThatIsNoneOfOurs(String cursor) {
        assertRefused(new ListMails(null, null, cursor, 1), ErrorCode.INVALID_REQUEST);
    }

    private void assertRefused(ListMails query, ErrorCode code) {
        assertThatThrownBy(() -> handler.handle(query)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(code));
    }

    private List<String> pages(MailState state, String requestId, int limit) {
        List<String> pages = new ArrayList<>();
        String cursor = null;
        do {
            MailPage page = handler.handle(new ListMails(state, requestId, cursor, limit));
            pages.add(
                    String.join(" ", page.items().stream().map(MailView::mailId).toList()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return pages;
    }
}
