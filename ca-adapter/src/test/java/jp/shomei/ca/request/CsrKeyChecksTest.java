package jp.shomei.ca.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Random;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsrKeyChecksTest {

    private static final KeyPair CURVE = keys("ec-p256");
    private static final X9ECParameters P256 = SECNamedCurves.getByName("secp256r1");

    private final Random random = new Random(20_210_310);
    private final BlockedKeys blocked = new BlockedKeys(TestAuthority.memoryDatabase());
    private final CsrReader reader = new CsrReader(TestAuthority.PROFILES, blocked);

    @Test
    void areAllMadeInThisOrder() {
        assertThat(reader.checks())
                .extracting(Object::getClass)
                .containsExactly(
                        CsrRsaSmallFactorCheck.class,
                        CsrCurvePointCheck.class,
                        CsrMlDsaSizeCheck.class,
                        CsrKeyProfileCheck.class,
                        CsrRsaExponentCheck.class,
                        CsrRsaRocaCheck.class,
                        CsrRsaClosePrimesCheck.class,
                        CsrKeyBlockedCheck.class,
                        CsrSignatureCheck.class);
    }

    @Test
    void leaveOutNoneThatThereIs() {
        assertThat(new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("jp.shomei.ca.request")
                                .stream()
                                .filter(type -> type.isAssignableTo(CsrCheck.class) && !type.isInterface())
                                .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(reader.checks().stream()
                        .map(check -> check.getClass().getName())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-3072", "ec-p256"})
    void letPassWhatIsSound(String profile) throws Exception {
        KeyPair keys = keys(profile);
        assertThat(reader.read(Csrs.of(keys))).isEqualTo(PublicKeys.of(keys.getPublic()));
    }

    @Nested
    class SmallFactors {

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 739, 743, 751})
        void areFound(int factor) throws Exception {
            assertRefused(SpoiltKeys.rsa(divisibleBy(factor)), FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void areNotLookedForBeyondTheLimit() throws Exception {
            BigInteger modulus = divisibleBy(757);
            assertThat(new CsrRsaSmallFactorCheck().brokenBy(Csrs.request(SpoiltKeys.rsa(modulus), signer())))
                    .isEmpty();
        }

        /** Of 2048 bits, and no other small prime divides it. */
        private BigInteger divisibleBy(int factor) {
            BigInteger small = BigInteger.valueOf(factor);
            BigInteger least = BigInteger.ONE.shiftLeft(2047).add(BigInteger.ONE.shiftLeft(2046));
            return least.divide(small).nextProbablePrime().multiply(small);
        }
    }

    @Nested
    class Roca {

        @ParameterizedTest
        @CsvSource({"256, 39", "512, 71", "1024, 126"})
        void isRecognized(int bits, int primes) throws Exception {
            BigInteger modulus =
                    SpoiltKeys.rocaPrime(bits, primes, random).multiply(SpoiltKeys.rocaPrime(bits, primes, random));
            assertThat(new CsrRsaRocaCheck().brokenBy(Csrs.request(SpoiltKeys.rsa(modulus), signer())))
                    .contains(FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void isRefused() throws Exception {
            BigInteger modulus =
                    SpoiltKeys.rocaPrime(1024, 126, random).multiply(SpoiltKeys.rocaPrime(1024, 126, random));
            assertRefused(SpoiltKeys.rsa(modulus), FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void isNotSeenWhereOnePrimeIsSound() throws Exception {
            BigInteger modulus = SpoiltKeys.rocaPrime(1024, 126, random).multiply(SpoiltKeys.prime(1024, random));
            assertThat(new CsrRsaRocaCheck().brokenBy(Csrs.request(SpoiltKeys.rsa(modulus), signer())))
                    .isEmpty();
        }
    }

    @Nested
    class ClosePrimes {

        @Test
        void areFoundAtOnceWhenTheyAreNeighbours() throws Exception {
            BigInteger prime = SpoiltKeys.prime(1024, random);
            assertRefused(SpoiltKeys.rsa(prime.multiply(prime.nextProbablePrime())), FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void areFoundAfterSomeRounds() throws Exception {
            assertRefused(SpoiltKeys.rsa(withDistance(516)), FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void areFoundWhenTheyAreTheSame() throws Exception {
            BigInteger prime = SpoiltKeys.prime(1024, random);
            assertThat(new CsrRsaClosePrimesCheck()
                            .brokenBy(Csrs.request(SpoiltKeys.rsa(prime.multiply(prime)), signer())))
                    .contains(FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void areNotLookedForFarAndWide() throws Exception {
            assertThat(new CsrRsaClosePrimesCheck().brokenBy(Csrs.request(SpoiltKeys.rsa(withDistance(530)), signer())))
                    .isEmpty();
        }

        /** The primes of 1024 bits differ by this power of two and a little. */
        private BigInteger withDistance(int bits) {
            BigInteger prime = SpoiltKeys.prime(1024, random);
            return prime.multiply(prime.subtract(BigInteger.ONE.shiftLeft(bits)).nextProbablePrime());
        }
    }

    @Nested
    class Points {

        @Test
        void areRefusedBesideTheirCurve() throws Exception {
            byte[] point = PublicKeys.of(CURVE.getPublic())
                    .getPublicKeyData()
                    .getBytes()
                    .clone();
            point[point.length - 1] ^= 1;
            assertRefused(curve(P256_NAME, point), FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void areRefusedAtInfinity() throws Exception {
            assertRefused(curve(P256_NAME, new byte[] {0}), FieldRule.CSR_KEY_WEAK);
        }

        @Test
        void areRefusedOnACurveOfSomebodysOwnMaking() throws Exception {
            SubjectPublicKeyInfo key = new SubjectPublicKeyInfo(
                    new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, P256),
                    P256.getG().getEncoded(false));
            assertRefused(key, FieldRule.CSR_KEY);
        }

        private static final ASN1ObjectIdentifier P256_NAME = X9ObjectIdentifiers.prime256v1;

        private static SubjectPublicKeyInfo curve(ASN1ObjectIdentifier name, byte[] point) {
            return new SubjectPublicKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, name), point);
        }
    }

    @Nested
    class MlDsa {

        @Test
        void passesWithTheSizeOfItsParameterSet() {
            assertThat(check(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_44), 1312))
                    .isEmpty();
            assertThat(check(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65), 1952))
                    .isEmpty();
            assertThat(check(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_87), 2592))
                    .isEmpty();
        }

        @Test
        void isRefusedWithAnotherSize() {
            assertThat(check(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_44), 1311))
                    .contains(FieldRule.CSR_KEY);
            assertThat(check(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_65), 1312))
                    .contains(FieldRule.CSR_KEY);
        }

        @Test
        void isRefusedWithParameters() {
            assertThat(check(new AlgorithmIdentifier(NISTObjectIdentifiers.id_ml_dsa_44, DERNull.INSTANCE), 1312))
                    .contains(FieldRule.CSR_KEY);
        }

        private static java.util.Optional<FieldRule> check(AlgorithmIdentifier algorithm, int octets) {
            return new CsrMlDsaSizeCheck()
                    .brokenBy(Csrs.request(new SubjectPublicKeyInfo(algorithm, new byte[octets]), signer()));
        }
    }

    @Nested
    class OnceBlocked {

        private final SubjectPublicKeyInfo key = PublicKeys.of(CURVE.getPublic());

        @Test
        void refuseTheKey() throws Exception {
            blocked.block(PublicKeys.sha256(key), "key compromise", Instant.EPOCH);
            assertRefused(key, FieldRule.CSR_KEY_BLOCKED);
        }

        @Test
        void refuseTheKeyInAnotherSpelling() throws Exception {
            byte[] compressed = P256.getCurve()
                    .decodePoint(key.getPublicKeyData().getBytes())
                    .getEncoded(true);
            blocked.block(PublicKeys.sha256(key), "key compromise", Instant.EPOCH);
            assertRefused(new SubjectPublicKeyInfo(key.getAlgorithm(), compressed), FieldRule.CSR_KEY_BLOCKED);
        }
    }

    private void assertRefused(SubjectPublicKeyInfo key, FieldRule rule) throws Exception {
        String pem = Csrs.pem(Csrs.request(key, signer()));
        assertThatThrownBy(() -> reader.read(pem)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().fields())
                .singleElement()
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly("csr", rule));
    }

    private static ContentSigner signer() {
        try {
            return new JcaContentSignerBuilder("SHA256withECDSA").build(CURVE.getPrivate());
        } catch (org.bouncycastle.operator.OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys(String profile) {
        return TestAuthority.PROFILES.named(profile).generateKeyPair(TestAuthority.RANDOM);
    }
}
