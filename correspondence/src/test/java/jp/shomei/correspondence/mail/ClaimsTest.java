package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class ClaimsTest {

    private final Stopwatch realTime = new Stopwatch();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final DataSource store;
    private final MailOutbox outbox;
    private final MailQueue another;
    private final Claims claims;

    ClaimsTest(TestStore kind) {
        store = kind.newDatabase();
        outbox = new MailOutbox(store, realTime);
        another = new MailQueue(store, realTime);
        claims = new Claims(new MailQueue(store, realTime), nanos::get);
    }

    @BeforeEach
    void recordTwo() {
        outbox.record(Mails.to("soumu@example.jp", "one"));
        outbox.record(Mails.to("soumu@example.jp", "two"));
    }

    @Test
    void keepsWhatItHoldsHoweverLongItTakes() {
        claims.take(2);

        passFiveMinutes();
        assertThat(another.claim(2)).isEmpty();
    }

    @Test
    void leavesWhatItLetGoToOthers() {
        Deque<OutgoingMail> mails = claims.take(2);
        claims.letGo(List.of(mails.getFirst()));

        passFiveMinutes();
        assertThat(another.claim(2)).extracting(OutgoingMail::mailId).containsExactly("one");
    }

    private void passFiveMinutes() {
        for (int look = 0; look < 30; look++) {
            Duration between = Duration.ofSeconds(10);
            realTime.goOn(between);
            nanos.addAndGet(between.toNanos());
            claims.keep();
        }
    }
}
