package jp.shomei.ca.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.KnownSerials;
import jp.shomei.ca.status.Registration;
import jp.shomei.ca.status.Revocation;
import jp.shomei.contracts.certificate.RevocationReason;
import org.junit.jupiter.api.Test;

class AwaitedCertificatesTest {

    private static final String SERIAL = "7a01";
    private static final String REQUEST_ID = "202103100000001";
    private static final Instant NOW = Instant.parse("2021-03-10T00:00:00Z");
    private static final Registration HOLDER =
            new Registration(SERIAL, "issuer", REQUEST_ID, 1, "key", null, null, NOW.plusSeconds(100_000_000));

    private final CertificateRegister register = new CertificateRegister(TestAuthority.memoryDatabase());
    private final KnownSerials serials = new KnownSerials(register, MovableClock.at(TestAuthority.DAY));
    private final AwaitedCertificates certificates = new AwaitedCertificates(serials, register);

    @Test
    void areGoodOnceTheyAreSigned() {
        assertThat(certificates.isGood(SERIAL)).isFalse();
        register.prepared(HOLDER);
        assertThat(certificates.isGood(SERIAL)).isFalse();
        register.signed(HOLDER, new byte[] {1});
        assertThat(certificates.isGood(SERIAL)).isTrue();
    }

    @Test
    void areGoodAlsoIfTheRegisterHearsOfThemAMomentAfterTheTerminalConnects() throws Exception {
        register.prepared(HOLDER);
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> certificates.isGood(SERIAL));
        assertThatThrownBy(() -> answer.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        serials.signed("7aff");
        register.signed(HOLDER, new byte[] {1});
        long registered = System.nanoTime();
        serials.signed(SERIAL);
        assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - registered)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void areGoodAlsoIfAnotherProcessRegistersThem() throws Exception {
        CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> certificates.isGood(SERIAL));
        register.signed(HOLDER, new byte[] {1});
        assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void areWaitedForNoLongerThanASecondOrSo() {
        long asked = System.nanoTime();
        assertThat(certificates.isGood(SERIAL)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - asked))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void areNotWaitedForIfTheyAreRevoked() {
        register.revoked(new Revocation(SERIAL, NOW, RevocationReason.KEY_COMPROMISE), "key", REQUEST_ID, "issuer");
        long asked = System.nanoTime();
        assertThat(certificates.isGood(SERIAL)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void leaveAThreadThatIsToStopItsInterrupt() {
        Thread.currentThread().interrupt();
        assertThat(certificates.isGood(SERIAL)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void areNotGoodOnceTheyAreRevoked() {
        register.signed(HOLDER, new byte[] {1});
        register.revoked(new Revocation(SERIAL, NOW, RevocationReason.KEY_COMPROMISE), "key", REQUEST_ID, "issuer");
        assertThat(certificates.isGood(SERIAL)).isFalse();
    }

    @Test
    void tellTheirRequestIdUnlessTheyAreAServices() {
        register.signed(HOLDER, new byte[] {1});
        register.signed(
                new Registration("7a02", "issuer", null, null, "key", null, null, NOW.plusSeconds(1)), new byte[] {1});
        assertThat(certificates.requestIdOf(SERIAL)).contains(REQUEST_ID);
        assertThat(certificates.requestIdOf("7a02")).isEmpty();
        assertThat(certificates.requestIdOf("7a03")).isEmpty();
    }
}
