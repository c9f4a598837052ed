package jp.shomei.ca.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Random;
import jp.shomei.ca.TestAuthority;
import jp.shomei.contracts.message.Sha256;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;

class PublicKeysTest {

    private static final X9ECParameters P256 = SECNamedCurves.getByName("secp256r1");

    @Test
    void areReadAndWrittenInOneForm() throws Exception {
        KeyPair keys = TestAuthority.PROFILES.named("ec-p256").generateKeyPair(TestAuthority.RANDOM);
        SubjectPublicKeyInfo key = PublicKeys.of(keys.getPublic());
        ECPoint point = P256.getCurve().decodePoint(key.getPublicKeyData().getBytes());
        SubjectPublicKeyInfo compressed = new SubjectPublicKeyInfo(key.getAlgorithm(), point.getEncoded(true));
        assertThat(PublicKeys.canonical(compressed)).contains(key);
        assertThat(PublicKeys.sha256(key)).isEqualTo(Sha256.hex(keys.getPublic().getEncoded()));
    }

    @Test
    void areNotReadWhenThePointIsNotOnTheCurve() {
        SubjectPublicKeyInfo key = PublicKeys.of(TestAuthority.PROFILES
                .named("ec-p256")
                .generateKeyPair(TestAuthority.RANDOM)
                .getPublic());
        byte[] point = key.getPublicKeyData().getBytes().clone();
        point[point.length - 1] ^= 1;
        assertThat(PublicKeys.read(new SubjectPublicKeyInfo(key.getAlgorithm(), point)))
                .isEmpty();
    }

    @Test
    void areNotReadOnACurveThatHasNoName() {
        byte[] point = P256.getG().getEncoded(false);
        assertThat(PublicKeys.read(new SubjectPublicKeyInfo(
                        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, P256), point)))
                .isEmpty();
    }

    @Test
    void areNotEvenLookedAtWhenTheyAreHuge() throws Exception {
        BigInteger modulus =
                new BigInteger(16_000, new Random(1)).setBit(15_999).setBit(0);
        SubjectPublicKeyInfo huge = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(modulus, BigInteger.valueOf(65_537)));
        assertThat(PublicKeys.read(huge)).isEmpty();
    }
}
