package jp.shomei.ca.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.NativeLibrary;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import jp.shomei.ca.secret.SecretUnusable;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HardwareTokenTest {

    private static final byte[] CONTENT = {1, 2, 3};

    private final SoftHsm hsm = SoftHsm.insert();

    @ParameterizedTest
    @EnumSource(names = {"RSA_3072", "EC_P384"})
    void signsWithAKeyThatItMade(AuthorityAlgorithm algorithm) throws Exception {
        PublicKey key;
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            key = token.generate(made -> "issuing", algorithm);
        }
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            byte[] signed = token.sign("issuing", algorithm.signing(), CONTENT);
            assertThat(verifies(key, algorithm, signed)).isTrue();
            assertThat(token.has("issuing")).isTrue();
            assertThat(token.has("another")).isFalse();
        }
    }

    /** Otherwise the next call, hours later, goes where the library was, and brings the whole process down. */
    @Test
    void keepsItsLibraryLoadedWhileNobodyUsesIt() {
        Path library = hsm.settings().library();
        Cryptoki.of(library);
        WeakReference<NativeLibrary> loaded = new WeakReference<>(NativeLibrary.getInstance(library.toString()));
        for (int i = 0; i < 10; i++) {
            System.gc();
        }
        assertThat(loaded.get()).isNotNull();
    }

    @Test
    void saysThatItHasNoSuchKey() {
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            assertThatThrownBy(() -> token.sign("none", AuthorityAlgorithm.RSA_3072.signing(), CONTENT))
                    .isInstanceOf(TokenRefused.class)
                    .hasMessage("the token holds no key named none");
        }
    }

    @Test
    void makesNoKeysThatItCannotMake() {
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            assertThatThrownBy(() -> token.generate(made -> "issuing", AuthorityAlgorithm.ML_DSA_65))
                    .isInstanceOf(TokenUnavailable.class)
                    .hasMessageContaining("could not do what it was asked");
        }
    }

    @Test
    void signsAgainOnceItIsBack() throws Exception {
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            PublicKey key = token.generate(made -> "issuing", AuthorityAlgorithm.RSA_3072);
            hsm.unplug();
            try {
                for (int i = 0; i < 2; i++) {
                    assertThatThrownBy(() -> token.sign("issuing", AuthorityAlgorithm.RSA_3072.signing(), CONTENT))
                            .isInstanceOf(TokenUnavailable.class)
                            .hasMessageContaining(hsm.label())
                            .hasMessageContaining("cannot be used");
                }
            } finally {
                hsm.plugIn();
            }
            byte[] signed = token.sign("issuing", AuthorityAlgorithm.RSA_3072.signing(), CONTENT);
            assertThat(verifies(key, AuthorityAlgorithm.RSA_3072, signed)).isTrue();
        }
    }

    @Test
    void triesAWrongPinOnceAndNeverAgain() throws Exception {
        Files.writeString(hsm.pinFile(), "1234");
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            assertThatThrownBy(() -> token.has("issuing"))
                    .isInstanceOf(TokenRefused.class)
                    .hasMessageContaining("refuses the PIN in " + hsm.pinFile() + "; look at that file")
                    .hasMessageNotContaining("1234");
            Files.writeString(hsm.pinFile(), SoftHsm.PIN);
            assertThatThrownBy(() -> token.has("issuing")).isInstanceOf(TokenRefused.class);
        }
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            assertThat(token.has("issuing")).isFalse();
        }
    }

    @Test
    void takesNoPinThatOthersMayRead() throws Exception {
        Files.setPosixFilePermissions(hsm.pinFile(), PosixFilePermissions.fromString("rw-r--r--"));
        try (HardwareToken token = new HardwareToken(hsm.settings())) {
            assertThatThrownBy(() -> token.has("issuing"))
                    .isInstanceOf(SecretUnusable.class)
                    .hasMessageContaining("others than its owner may read " + hsm.pinFile());
        }
    }

    @Test
    void saysWhichTokenIsNotThere() {
        TokenSettings settings = hsm.settings();
        try (HardwareToken token = new HardwareToken(
                new TokenSettings(settings.library(), "elsewhere", settings.pinFile(), settings.deadline()))) {
            assertThatThrownBy(() -> token.has("issuing"))
                    .isInstanceOf(TokenUnavailable.class)
                    .hasMessageContaining("there is no token labelled elsewhere");
        }
    }

    @Test
    void saysThatTheLibraryIsNone() {
        try (HardwareToken token = new HardwareToken(
                new TokenSettings(Path.of("/no/lib.so"), "any", hsm.pinFile(), Duration.ofSeconds(5)))) {
            assertThatThrownBy(() -> token.has("issuing"))
                    .isInstanceOf(TokenRefused.class)
                    .hasMessageContaining("/no/lib.so is not there or no PKCS#11 library");
        }
    }

    @Test
    void isNotWaitedForLongerThanTheDeadline() {
        try (HardwareToken token = new HardwareToken(hsm.settings(Duration.ofMillis(1)))) {
            // nothing makes an RSA key in a millisecond
            assertThatThrownBy(() -> token.generate(made -> "issuing", AuthorityAlgorithm.RSA_3072))
                    .isInstanceOf(TokenUnavailable.class)
                    .hasMessageContaining("does not answer within 1 ms");
        }
    }

    private static boolean verifies(PublicKey key, AuthorityAlgorithm algorithm, byte[] signed) throws Exception {
        Signature signature = Signature.getInstance(algorithm.signing().javaName());
        signature.initVerify(key);
        signature.update(CONTENT);
        return signature.verify(signed);
    }
}
