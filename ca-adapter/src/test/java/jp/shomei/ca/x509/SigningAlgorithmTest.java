package jp.shomei.ca.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import jp.shomei.ca.TestAuthority;
import org.bouncycastle.asn1.DERNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningAlgorithmTest {

    @ParameterizedTest
    @CsvSource({
        "RSA_3072, 1.2.840.113549.1.1.11",
        "EC_P384, 1.2.840.10045.4.3.3",
        "ML_DSA_65, 2.16.840.1.101.3.4.3.18",
    })
    void followsFromTheKeyOfAnAuthority(AuthorityAlgorithm algorithm, String identifier) throws Exception {
        KeyPair keys = algorithm.generate(TestAuthority.RANDOM);
        SigningAlgorithm signing =
                SigningAlgorithm.of(PublicKeys.of(keys.getPublic())).orElseThrow();
        assertThat(signing.identifier().getAlgorithm().getId()).isEqualTo(identifier);
        assertThat(AuthorityAlgorithm.of(PublicKeys.of(keys.getPublic()))).contains(algorithm);
    }

    @Test
    void hasParametersWithRsaAlone() {
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            assertThat(algorithm.identifier().getParameters())
                    .isEqualTo(algorithm == SigningAlgorithm.RSA_WITH_SHA_256 ? DERNull.INSTANCE : null);
        }
    }

    @Test
    void isKnownOfTheSmallerCurve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        assertThat(SigningAlgorithm.of(PublicKeys.of(generator.generateKeyPair().getPublic())))
                .contains(SigningAlgorithm.ECDSA_WITH_SHA_256);
    }

    @Test
    void isNoneForKeysThatIssueNothing() throws Exception {
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(SigningAlgorithm.of(PublicKeys.of(edwards.getPublic()))).isEmpty();
    }

    @Test
    void isFoundByAnIssuingCertificate() {
        assertThat(SigningAlgorithm.of(TestAuthority.authority().issuing()))
                .isEqualTo(SigningAlgorithm.RSA_WITH_SHA_256);
    }

    @Test
    void lendsNoAuthorityASmallKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        assertThat(AuthorityAlgorithm.of(
                        PublicKeys.of(generator.generateKeyPair().getPublic())))
                .isEmpty();
    }
}
