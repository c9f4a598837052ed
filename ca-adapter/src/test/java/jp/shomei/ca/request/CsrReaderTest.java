package jp.shomei.ca.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrReaderTest {

    private static final KeyPair RSA = keys("rsa-2048");

    private final CsrReader reader =
            new CsrReader(TestAuthority.PROFILES, new BlockedKeys(TestAuthority.memoryDatabase()));

    @Test
    void takesTheKeyOfARequest() throws Exception {
        assertThat(reader.read(Csrs.of(RSA))).isEqualTo(PublicKeys.of(RSA.getPublic()));
        KeyPair curve = keys("ec-p256");
        assertThat(reader.read(Csrs.of(curve))).isEqualTo(PublicKeys.of(curve.getPublic()));
    }

    @Test
    void takesALatticeKey() throws Exception {
        KeyPair lattice = keys("ml-dsa-65");
        String request = Csrs.signed(
                lattice,
                new JcaContentSignerBuilder("ML-DSA-65")
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(lattice.getPrivate()));
        assertThat(reader.read(request)).isEqualTo(PublicKeys.of(lattice.getPublic()));
    }

    @Test
    void refusesALatticeKeyThatAnotherKeySigned() throws Exception {
        String request = Csrs.signed(
                keys("ml-dsa-65"),
                new JcaContentSignerBuilder("ML-DSA-65")
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(keys("ml-dsa-65").getPrivate()));
        assertRefused(request, FieldRule.CSR_SIGNATURE);
    }

    @Test
    void takesOtherDigestsOfTheSha2Family() throws Exception {
        assertThat(reader.read(Csrs.of(RSA, "SHA512withRSA"))).isNotNull();
    }

    @Test
    void takesWhatOpensslMakes(@TempDir Path directory) throws Exception {
        Openssl.run(
                directory,
                "req",
                "-new",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-noenc",
                "-keyout",
                "key.pem",
                "-subj",
                "/CN=0110214822",
                "-out",
                "request.pem");
        assertThat(reader.read(Files.readString(directory.resolve("request.pem"))))
                .isNotNull();
    }

    @Test
    void takesTheOldNameOfTheFormat() throws Exception {
        assertThat(reader.read(Csrs.of(RSA).replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST")))
                .isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \n"})
    void refusesNothing(@Nullable String nothing) {
        assertRefused(nothing, FieldRule.REQUIRED);
    }

    @Test
    void refusesMoreThanSixteenKilobytes() throws Exception {
        assertRefused(Csrs.of(RSA) + "\n".repeat(16 * 1024), FieldRule.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\n!!\n-----END CERTIFICATE REQUEST-----\n",
                "-----BEGIN CERTIFICATE REQUEST-----\nMAA=",
                "\u0000\u0001"
            })
    void refusesWhatIsNoRequest(String text) {
        assertRefused(text, FieldRule.CSR_UNREADABLE);
    }

    @Test
    void refusesAPrivateKeySentByMistake() {
        String key = Base64.getMimeEncoder().encodeToString(RSA.getPrivate().getEncoded());
        assertRefused(
                "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n", FieldRule.CSR_UNREADABLE);
    }

    @Test
    void refusesSomebodyElsesSignature() throws Exception {
        KeyPair thief = keys("rsa-2048");
        assertRefused(
                Csrs.signed(RSA, new JcaContentSignerBuilder("SHA256withRSA").build(thief.getPrivate())),
                FieldRule.CSR_SIGNATURE);
    }

    @Test
    void refusesASignatureOfAnotherKind() throws Exception {
        assertRefused(
                Csrs.signed(
                        RSA,
                        new JcaContentSignerBuilder("SHA256withECDSA")
                                .build(keys("ec-p256").getPrivate())),
                FieldRule.CSR_SIGNATURE);
    }

    @Test
    void refusesASignatureWithSha1() throws Exception {
        assertRefused(Csrs.of(RSA, "SHA1withRSA"), FieldRule.CSR_SIGNATURE);
    }

    @Test
    void refusesShortKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        assertRefused(Csrs.of(generator.generateKeyPair()), FieldRule.CSR_KEY);
    }

    @Test
    void refusesKeysOfASizeThatNoProfileHas() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2056);
        assertRefused(Csrs.of(generator.generateKeyPair()), FieldRule.CSR_KEY);
    }

    @Test
    void refusesAnotherCurve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        assertRefused(Csrs.of(generator.generateKeyPair()), FieldRule.CSR_KEY);
    }

    @Test
    void refusesASmallExponent() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)));
        assertRefused(Csrs.of(generator.generateKeyPair()), FieldRule.CSR_KEY);
    }

    private void assertRefused(@Nullable String pem, FieldRule rule) {
        assertThatThrownBy(() -> reader.read(pem)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().fields())
                .singleElement()
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly("csr", rule));
    }

    private static KeyPair keys(String profile) {
        return TestAuthority.PROFILES.named(profile).generateKeyPair(TestAuthority.RANDOM);
    }
}
