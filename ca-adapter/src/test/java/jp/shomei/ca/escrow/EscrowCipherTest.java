package jp.shomei.ca.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import jp.shomei.ca.TestAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EscrowCipherTest {

    private static final String REQUEST_ID = "202103100000001";
    private static final String REFERENCE_ID = "0123456789AB";

    private final EscrowCipher cipher = new EscrowCipher(new byte[32], TestAuthority.RANDOM);

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "ec-p256", "ml-dsa-65"})
    void opensWhatItSealed(String profile) {
        KeyPair pair = TestAuthority.PROFILES.named(profile).generateKeyPair(TestAuthority.RANDOM);
        KeyPair opened = cipher.open(cipher.seal(pair, REQUEST_ID, REFERENCE_ID), REQUEST_ID, REFERENCE_ID);
        assertThat(opened.getPublic()).isEqualTo(pair.getPublic());
        assertThat(opened.getPrivate().getEncoded()).isEqualTo(pair.getPrivate().getEncoded());
    }

    @Test
    void doesNotOpenWithAnotherReferenceId() {
        byte[] sealed = sealed();
        assertThatThrownBy(() -> cipher.open(sealed, REQUEST_ID, "0123456789AC"))
                .isInstanceOf(EscrowUnreadable.class);
    }

    @Test
    void doesNotOpenForAnotherRequest() {
        byte[] sealed = sealed();
        assertThatThrownBy(() -> cipher.open(sealed, "202103100000002", REFERENCE_ID))
                .isInstanceOf(EscrowUnreadable.class);
    }

    @Test
    void doesNotOpenWithAnotherServersKey() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        byte[] sealed = sealed();
        assertThatThrownBy(
                        () -> new EscrowCipher(otherKey, TestAuthority.RANDOM).open(sealed, REQUEST_ID, REFERENCE_ID))
                .isInstanceOf(EscrowUnreadable.class);
    }

    @Test
    void doesNotOpenWhatWasChangedAnywhere() {
        byte[] sealed = sealed();
        for (int index = 0; index < sealed.length; index++) {
            byte[] changed = sealed.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> cipher.open(changed, REQUEST_ID, REFERENCE_ID))
                    .isInstanceOf(EscrowUnreadable.class);
        }
        assertThatThrownBy(() -> cipher.open(new byte[0], REQUEST_ID, REFERENCE_ID))
                .isInstanceOf(EscrowUnreadable.class);
    }

    @Test
    void sealsTheSameKeyDifferentlyEachTime() {
        KeyPair pair = pair();
        assertThat(cipher.seal(pair, REQUEST_ID, REFERENCE_ID))
                .isNotEqualTo(cipher.seal(pair, REQUEST_ID, REFERENCE_ID));
    }

    private byte[] sealed() {
        return cipher.seal(pair(), REQUEST_ID, REFERENCE_ID);
    }

    private static KeyPair pair() {
        return TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);
    }
}
