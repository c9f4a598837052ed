package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.shomei.contracts.mail.MailState;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestStore.class)
class MailQueueTest {

    private final Stopwatch realTime = new Stopwatch();
    private final DataSource store;
    private final MailOutbox outbox;
    private final MailQueue queue;
    private final MailQueue another;

    MailQueueTest(TestStore kind) {
        store = kind.newDatabase();
        outbox = new MailOutbox(store, realTime);
        queue = new MailQueue(store, realTime);
        another = new MailQueue(store, realTime);
    }

    @Test
    void givesAMailToOneSenderAlone() {
        record(3);

        List<OutgoingMail> mine = queue.claim(2);
        List<OutgoingMail> theirs = another.claim(2);

        assertThat(Stream.concat(mine.stream(), theirs.stream()).map(OutgoingMail::mailId))
                .containsExactly("mail-0", "mail-1", "mail-2");
    }

    @Test
    void givesEveryMailOnceToSendersThatClaimAtTheSameTime() throws Exception {
        record(200);
        Callable<List<OutgoingMail>> claimAll = () -> {
            MailQueue own = new MailQueue(store, realTime);
            List<OutgoingMail> claimed = new ArrayList<>();
            while (outbox.count(MailState.WAITING) > 0) {
                for (OutgoingMail mail : own.claim(7)) {
                    claimed.add(mail);
                    own.sent(mail);
                }
            }
            return claimed;
        };
        try (var senders = Executors.newFixedThreadPool(4)) {
            List<String> claimed = new ArrayList<>();
            for (var one : senders.invokeAll(List.of(claimAll, claimAll, claimAll, claimAll), 30, TimeUnit.SECONDS)) {
                one.get().forEach(mail -> claimed.add(mail.mailId()));
            }
            assertThat(claimed).hasSize(200).doesNotHaveDuplicates();
        }
    }

    @Test
    void letsAClaimOfADeadProcessEndWithinAMinute() {
        record(1);
        queue.claim(1);

        realTime.goOn(Duration.ofSeconds(59));
        assertThat(another.claim(1)).isEmpty();
        realTime.goOn(Duration.ofSeconds(1));
        assertThat(another.claim(1)).hasSize(1);
    }

    @Test
    void keepsAClaimThatIsRenewed() {
        record(1);
        OutgoingMail mine = queue.claim(1).getFirst();

        realTime.goOn(Duration.ofSeconds(50));
        queue.keep(List.of(mine.number()));
        realTime.goOn(Duration.ofSeconds(50));

        assertThat(another.claim(1)).isEmpty();
    }

    @Test
    void cannotKeepAClaimThatIsSomebodyElsesByNow() {
        record(1);
        OutgoingMail mine = queue.claim(1).getFirst();
        realTime.goOn(Duration.ofMinutes(2));
        OutgoingMail theirs = another.claim(1).getFirst();

        queue.keep(List.of(mine.number()));
        queue.givenUp(mine, "550");
        queue.release(mine);
        queue.putBehind(mine, Duration.ZERO);

        assertThat(Mails.find(outbox, theirs.mailId()).state()).isEqualTo(MailState.WAITING);
        assertThat(queue.claim(1)).isEmpty();
    }

    @Test
    void countsAMailThatWasTakenAsSentWhoeverHasItNow() {
        record(1);
        OutgoingMail mine = queue.claim(1).getFirst();
        realTime.goOn(Duration.ofMinutes(2));
        OutgoingMail theirs = another.claim(1).getFirst();

        queue.sent(mine);
        another.postponed(theirs, "451");

        MailView mail = Mails.find(outbox, mine.mailId());
        assertThat(mail.state()).isEqualTo(MailState.SENT);
        assertThat(mail.attempts()).isEqualTo(1);
        assertThat(mail.sentAt()).isNotNull();
        assertThat(mail.nextAttemptAt()).isNull();
    }

    @Test
    void givesAMailBackThatWasNotTried() {
        record(1);
        queue.release(queue.claim(1).getFirst());

        assertThat(another.claim(1)).extracting(OutgoingMail::tries).containsExactly(0);
        assertThat(Mails.find(outbox, "mail-0").attempts()).isZero();
    }

    @Test
    void putsAMailBehindTheOthersWithoutCountingATry() {
        record(2);
        OutgoingMail first = queue.claim(1).getFirst();
        realTime.goOn(Duration.ofSeconds(1));
        queue.putBehind(first, Duration.ofSeconds(30));

        assertThat(another.claim(2)).extracting(OutgoingMail::mailId).containsExactly("mail-1");
        realTime.goOn(Duration.ofSeconds(30));
        assertThat(another.claim(2)).containsExactly(first);
        assertThat(Mails.find(outbox, "mail-0").attempts()).isZero();
    }

    @Test
    void givesBackAMailWhosePauseIsOverBehindThoseThatWaited() {
        record(2);
        OutgoingMail first = queue.claim(1).getFirst();
        realTime.goOn(Duration.ofSeconds(1));
        queue.putBehind(first, Duration.ofSeconds(-5));

        assertThat(another.claim(2)).extracting(OutgoingMail::mailId).containsExactly("mail-1", "mail-0");
    }

    @Test
    void triesAMailAgainWhenItIsDue() {
        record(1);
        queue.postponed(queue.claim(1).getFirst(), "451 greylisted");

        realTime.goOn(Duration.ofSeconds(59));
        assertThat(queue.claim(1)).isEmpty();
        realTime.goOn(Duration.ofSeconds(1));
        assertThat(queue.claim(1)).extracting(OutgoingMail::tries).containsExactly(1);
    }

    @Test
    void givesAMailUpThatNobodyTakesForADay() {
        record(1);
        int tried = 0;
        while (Mails.find(outbox, "mail-0").state() == MailState.WAITING && tried < 20) {
            for (OutgoingMail due : queue.claim(1)) {
                queue.postponed(due, "451 not now");
                tried++;
            }
            realTime.goOn(Duration.ofMinutes(1));
        }

        MailView mail = Mails.find(outbox, "mail-0");
        assertThat(tried).isEqualTo(11);
        assertThat(mail.attempts()).isEqualTo(11);
        assertThat(mail.state()).isEqualTo(MailState.GIVEN_UP);
        assertThat(mail.lastReply()).isEqualTo("451 not now");
        assertThat(Duration.between(Stopwatch.START, mail.lastAttemptAt().toInstant()))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void countsTheDayFromTheFirstTry() {
        record(1);
        realTime.goOn(Duration.ofDays(5));
        queue.postponed(queue.claim(1).getFirst(), "451");

        assertThat(Mails.find(outbox, "mail-0").state()).isEqualTo(MailState.WAITING);
    }

    @Test
    void keepsAReplyOnOneLineOfAnOfficersList() {
        record(1);
        queue.givenUp(queue.claim(1).getFirst(), "550-first\r\n550 second " + "x".repeat(1000));

        assertThat(Mails.find(outbox, "mail-0").lastReply())
                .startsWith("550-first 550 second x")
                .hasSize(500);
    }

    @Test
    void holdsAFewMailsHoweverManyWait() {
        record(100);

        assertThat(queue.claim(16)).hasSize(16);
    }

    private void record(int mails) {
        IntStream.range(0, mails).forEach(number -> outbox.record(Mails.to("soumu@example.jp", "mail-" + number)));
    }
}
