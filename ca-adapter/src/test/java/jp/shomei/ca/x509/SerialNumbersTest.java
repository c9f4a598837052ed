package jp.shomei.ca.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SerialNumbersTest {

    @Test
    void arePositiveAndTwentyOctetsLong() {
        for (int index = 0; index < 1_000; index++) {
            BigInteger number = SerialNumbers.next(new SecureRandom());
            assertThat(number.signum()).isPositive();
            assertThat(number.toByteArray()).hasSize(20);
            assertThat(SerialNumbers.hex(number)).matches("[0-9a-f]{40}");
        }
    }

    @Test
    void doNotRepeat() {
        SecureRandom random = new SecureRandom();
        Set<BigInteger> seen = new HashSet<>();
        for (int index = 0; index < 10_000; index++) {
            assertThat(seen.add(SerialNumbers.next(random))).isTrue();
        }
    }
}
