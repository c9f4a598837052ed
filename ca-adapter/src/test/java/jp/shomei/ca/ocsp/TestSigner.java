package jp.shomei.ca.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.shomei.ca.TestAuthority;

/** Waits for signers. */
final class TestSigner {

    private TestSigner() {}

    /** Whether there is a signer now for the test authority. */
    static BooleanSupplier isThere(OcspSigners signers) {
        return () -> {
            try {
                signers.of(TestAuthority.authority().issuing());
                return true;
            } catch (OcspRefused nobody) {
                return false;
            }
        };
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
