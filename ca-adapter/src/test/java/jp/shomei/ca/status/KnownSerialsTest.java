package jp.shomei.ca.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Register;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.status.SerialStatus.State;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.teststores.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a node knows of what another one has registered, of which nobody tells it. */
@ParameterizedClass
@EnumSource(TestStore.class)
class KnownSerialsTest {

    private static final String ID = "202103100000001";

    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);
    private final Register other;
    private final KnownSerials here;

    KnownSerialsTest(TestStore kind) {
        other = Register.in(kind);
        here = new KnownSerials(other.register, clock);
    }

    @Test
    void aRevocationIsKnownAtOnce() {
        X509Certificate certificate = other.signed(ID);
        assertThat(here.status(Register.serial(certificate))).isEqualTo(State.GOOD);
        other.revoke(ID, certificate, RevocationReason.KEY_COMPROMISE, clock.instant());
        assertThat(here.status(Register.serial(certificate))).isEqualTo(State.REVOKED);
    }

    @Test
    void aRevocationThatIsWaitedForIsSeen() {
        X509Certificate certificate = other.signed(ID);
        CompletableFuture<Boolean> seen = CompletableFuture.supplyAsync(() -> {
            try {
                return here.awaitRevoked(Register.serial(certificate), Duration.ofSeconds(30));
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        other.revoke(ID, certificate, RevocationReason.KEY_COMPROMISE, clock.instant());
        assertThat(seen).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }
}
