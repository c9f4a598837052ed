package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import org.junit.jupiter.api.Test;

class IssuingKeyWatchTest {

    private final X509Certificate issuing = TestAuthority.authority().issuing();

    @Test
    void findsThatTheKeySigns() {
        try (IssuingKeyWatch watch = new IssuingKeyWatch(TestAuthority.authority())) {
            assertThat(look(watch).state()).isEqualTo(State.GOOD);
        }
    }

    @Test
    void saysWhyTheKeyDoesNotSign() {
        AuthorityKey gone = content -> {
            throw new SigningFailed("the token is away");
        };
        try (IssuingKeyWatch watch = new IssuingKeyWatch(authority(gone))) {
            assertThat(look(watch))
                    .isEqualTo(new WatchEntry(
                            "issuing key", State.FAILING, "Nothing can be signed for now: the token is away."));
        }
    }

    @Test
    void findsThatTheKeyIsAnother() {
        try (IssuingKeyWatch watch = new IssuingKeyWatch(authority(content -> new byte[384]))) {
            assertThat(look(watch).sentence()).contains("holds another key than the certificate's");
        }
    }

    @Test
    void triesOnceHoweverOftenSomebodyLooks() {
        AtomicInteger trials = new AtomicInteger();
        AuthorityKey counting = content -> {
            trials.incrementAndGet();
            throw new SigningFailed("away");
        };
        try (IssuingKeyWatch watch = new IssuingKeyWatch(authority(counting), Duration.ofMinutes(1))) {
            look(watch);
            look(watch);
            assertThat(trials).hasValue(1);
        }
        try (IssuingKeyWatch watch = new IssuingKeyWatch(authority(counting), Duration.ZERO)) {
            look(watch);
            look(watch);
            assertThat(trials).hasValue(3);
        }
    }

    @Test
    void isNotHeldUpByAKeyThatDoesNotAnswer() {
        CountDownLatch back = new CountDownLatch(1);
        AuthorityKey silent = content -> {
            try {
                back.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            throw new SigningFailed("late");
        };
        try (IssuingKeyWatch watch = new IssuingKeyWatch(authority(silent))) {
            assertThat(look(watch).sentence()).contains("does not answer");
            back.countDown();
            assertThat(look(watch).sentence()).contains("late");
        }
    }

    private CertificateAuthority authority(AuthorityKey key) {
        return new RollingAuthority(
                TestAuthority.authority().root(),
                List.of(new Issuer(issuing, key, "the token")),
                MovableClock.at(TestAuthority.DAY));
    }

    private static WatchEntry look(IssuingKeyWatch watch) {
        return watch.look().getFirst();
    }
}
