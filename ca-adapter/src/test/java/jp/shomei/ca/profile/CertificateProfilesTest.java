package jp.shomei.ca.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Set;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.x509.PublicKeys;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class CertificateProfilesTest {

    private final CertificateProfiles profiles = CertificateProfiles.load();

    @Test
    void describesKeysForNothingButTheClientsSignature() {
        for (CertificateProfile profile : profiles.all()) {
            assertThat(profile.keyUsageExtension()).isEqualTo(new KeyUsage(KeyUsage.digitalSignature));
            assertThat(profile.extendedKeyUsage()).containsExactly(HolderKeyPurpose.CLIENT_AUTH);
            assertThat(profile.validityMonths()).isEqualTo(39);
        }
    }

    @Test
    void describesLatticeKeysForSignatureOnly() {
        assertThat(profiles.named("ml-dsa-65").keyUsageExtension()).isEqualTo(new KeyUsage(KeyUsage.digitalSignature));
    }

    @Test
    void makesKeysOfTheProfile() {
        RSAPublicKey rsa = (RSAPublicKey)
                profiles.named("rsa-2048").generateKeyPair(TestAuthority.RANDOM).getPublic();
        assertThat(rsa.getModulus().bitLength()).isEqualTo(2048);
        assertThat(rsa.getPublicExponent()).isEqualTo(65_537);
        ECPublicKey point = (ECPublicKey)
                profiles.named("ec-p256").generateKeyPair(TestAuthority.RANDOM).getPublic();
        assertThat(point.getParams().getOrder().bitLength()).isEqualTo(256);
    }

    @Test
    void findsTheProfileOfAKey() {
        for (String name : List.of("rsa-2048", "ec-p256", "ml-dsa-65")) {
            var key = profiles.named(name).generateKeyPair(TestAuthority.RANDOM).getPublic();
            assertThat(profiles.of(PublicKeys.of(key))).contains(profiles.named(name));
        }
    }

    @Test
    void findsNoProfileForOtherCurvesOrKinds() throws Exception {
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp384r1"));
        assertThat(profiles.of(PublicKeys.of(curve.generateKeyPair().getPublic())))
                .isEmpty();
        KeyPairGenerator edwards = KeyPairGenerator.getInstance("Ed25519");
        assertThat(profiles.of(PublicKeys.of(edwards.generateKeyPair().getPublic())))
                .isEmpty();
    }

    @Test
    void namesTheProfilesThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> profiles.named("rsa-1024"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no certificate profile rsa-1024, only rsa-2048, rsa-3072, ec-p256, ml-dsa-65");
    }

    @Test
    void refusesTwoProfilesForOneKindOfKey() {
        CertificateProfile profile = profiles.named("rsa-2048");
        assertThatThrownBy(() -> new CertificateProfiles(List.of(profile, profile)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWeakProfiles() {
        assertThatThrownBy(() -> new CertificateProfile(
                        "rsa-1024",
                        HolderKeyAlgorithm.RSA,
                        1024,
                        Set.of(HolderKeyUsage.DIGITAL_SIGNATURE),
                        Set.of(HolderKeyPurpose.CLIENT_AUTH),
                        39))
                .hasMessageContaining("rsa-1024 makes no sense");
    }
}
