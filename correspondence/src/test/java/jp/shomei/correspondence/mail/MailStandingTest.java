package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class MailStandingTest {

    private final DataSource store;
    private final Stopwatch realTime = new Stopwatch();
    private final MailOutbox outbox;
    private final ServerWatch server = new ServerWatch();
    private final MailReadout readout;

    MailStandingTest(TestStore kind) {
        store = kind.newDatabase();
        outbox = new MailOutbox(store, realTime);
        readout = new MailReadout(outbox, server, realTime);
    }

    @Test
    void needsNobodyWhenNothingWaits() {
        assertThat(readout.look()).isEqualTo(new MailStanding(0, 0, null, null));
        assertThat(readout.look().needsAttention()).isFalse();
    }

    @Test
    void needsAnOperatorWhenAMailWaitsForMoreThanAnHour() {
        outbox.record(Mails.to("soumu@example.jp", "one"));

        realTime.goOn(Duration.ofHours(1));
        assertThat(readout.look().needsAttention()).isFalse();
        realTime.goOn(Duration.ofSeconds(1));
        assertThat(readout.look().needsAttention()).isTrue();
        assertThat(readout.look().longestWait()).isEqualTo(Duration.ofSeconds(3601));
    }

    @Test
    void needsAnOperatorWhenAMailWasGivenUp() {
        outbox.record(Mails.to("soumu@example.jp", "one"));
        MailQueue queue = new MailQueue(store, realTime);
        queue.givenUp(queue.claim(1).getFirst(), "550");

        assertThat(readout.look()).isEqualTo(new MailStanding(0, 1, null, null));
        assertThat(readout.look().needsAttention()).isTrue();
    }

    @Test
    void callsNobodyForAMailThatWasGivenUpMoreThanAWeekAgo() {
        outbox.record(Mails.to("soumu@example.jp", "one"));
        MailQueue queue = new MailQueue(store, realTime);
        queue.givenUp(queue.claim(1).getFirst(), "550");

        realTime.goOn(Duration.ofDays(7));
        assertThat(readout.look().needsAttention()).isTrue();
        realTime.goOn(Duration.ofSeconds(1));
        assertThat(readout.look().needsAttention()).isFalse();
    }

    @Test
    void tellsWhyTheServerIsAway() {
        server.heard(DeliveryReply.away("connection\r\nrefused"));
        assertThat(readout.look().away()).isEqualTo("connection refused");

        server.heard(DeliveryReply.taken());
        assertThat(readout.look().away()).isNull();
    }
}
