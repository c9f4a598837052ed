package jp.shomei.ca.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.Set;
import jp.shomei.ca.TestAuthority;
import org.junit.jupiter.api.Test;

class HolderKeysTest {

    @Test
    void areNeverHandedOutTwice() {
        Set<PublicKey> seen = new HashSet<>();
        try (HolderKeys keys = keys()) {
            for (int index = 0; index < 200; index++) {
                assertThat(seen.add(keys.next().getPublic())).isTrue();
            }
        }
    }

    @Test
    void areStillMadeWhenNoneIsReady() {
        HolderKeys keys = keys();
        keys.close();
        for (int index = 0; index < 10; index++) {
            assertThat(keys.next()).isNotNull();
        }
    }

    private static HolderKeys keys() {
        return new HolderKeys(TestAuthority.PROFILES.named("ec-p256"), TestAuthority.RANDOM, 2);
    }
}
