package jp.shomei.ca.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.shomei.ca.AuthorityThatMayFail;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.time.JapanTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevocationListPublisherTest {

    private static final String ID = "202103100000001";

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register told = Register.empty();
    private final RevocationListTable table = new RevocationListTable(told.database);
    private final AuthorityThatMayFail authority = AuthorityThatMayFail.away();
    private final RevocationLists lists = new RevocationLists(
            authority,
            told.register,
            table,
            TestAuthority.ADDRESSES,
            clock,
            Duration.ofHours(72),
            RevocationSteps.UNOBSERVED);
    private final RevocationListPublisher publisher = new RevocationListPublisher(lists);
    private final RevocationListWatch watch = new RevocationListWatch(lists, publisher, clock);

    @BeforeEach
    void listen() {
        told.listeners.add(publisher);
    }

    @AfterEach
    void close() {
        authority.hanging.countDown();
        publisher.close();
    }

    @Nested
    class WithAKey {

        @BeforeEach
        void start() {
            authority.isAway = false;
            publisher.start();
        }

        @Test
        void hasPublishedWhenItHasStarted() {
            assertThat(number()).isEqualTo(1);
            assertThat(isWell()).isTrue();
        }

        @Test
        void publishesSoonAfterARevocation() {
            revoke(1);
            await(() -> number() == 2);
            assertThat(table.newest(Register.ISSUER, null).orElseThrow().revision())
                    .isEqualTo(1);
        }

        @Test
        void putsABurstOfRevocationsOnAFewLists() {
            for (int number = 0; number < 50; number++) {
                revoke(number);
            }
            await(() -> table.newest(Register.ISSUER, null).orElseThrow().revision() == 50);
            assertThat(number()).isLessThan(10);
        }

        @Test
        void publishesEveryDayBeforeTheDailyRunGoesOn() {
            clock.advance(Duration.ofDays(1));
            publisher.run(JapanTime.today(clock));
            assertThat(number()).isEqualTo(2);
            publisher.run(JapanTime.today(clock));
            assertThat(number()).isEqualTo(2);
        }

        @Test
        void isNotWellWithAListThatGrowsOld() {
            clock.advance(Duration.ofHours(37));
            assertThat(isWell()).isFalse();
            assertThat(watch.look().getFirst().sentence()).contains("runs out at 2021-03-13T00:00:00Z");
        }
    }

    @Nested
    class WhileTheKeyIsAway {

        @Test
        void startsAndRevokesNonethelessAndTriesAgainUntilTheKeyIsBack() {
            publisher.start();
            assertThat(isWell()).isFalse();
            assertThat(watch.look().getFirst().sentence())
                    .contains("publications failed", "there is no revocation list");

            revoke(1);
            publisher.run(JapanTime.today(clock));
            assertThat(table.newest(Register.ISSUER, null)).isEmpty();

            authority.isAway = false;
            await(() -> table.newest(Register.ISSUER, null).isPresent());
            await(() -> isWell());
        }

        @Test
        void triesLessAndLessOften() {
            publisher.start();
            await(() -> authority.tries.get() >= 3);
            assertThat(publisher.failures()).isGreaterThanOrEqualTo(2);
        }
    }

    @Nested
    class WhileTheKeyHangs {

        @Test
        void startsWithoutListsAndPublishesThemLater() {
            authority.isAway = false;
            authority.hanging = new CountDownLatch(1);
            assertTimeoutPreemptively(Duration.ofSeconds(20), publisher::start);
            assertThat(table.newest(Register.ISSUER, null)).isEmpty();

            authority.hanging.countDown();
            await(() -> table.newest(Register.ISSUER, null).isPresent());
        }
    }

    private void revoke(int number) {
        String id = ID + number;
        X509Certificate certificate = told.signed(id);
        told.revoke(id, certificate, RevocationReason.SUPERSEDED, clock.instant());
    }

    private long number() {
        return table.newest(Register.ISSUER, null).orElseThrow().number();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean isWell() {
        return watch.look().getFirst().state() == WatchEntry.State.GOOD;
    }
}
