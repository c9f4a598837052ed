package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.shomei.ca.Csrs;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.ca.x509.BouncyCastle;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.ca.x509.SigningAlgorithm;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the root to the holder, everything is ML-DSA-65. */
class LatticeAuthorityTest {

    private CertificateAuthority authority;

    @BeforeEach
    void start(@TempDir Path temporary) {
        Path place = temporary.resolve("ca");
        AuthorityRegister register = new AuthorityRegister(TestAuthority.memoryDatabase());
        start(register, place);
        // a second start reads the key back from its key store
        authority = start(register, place);
    }

    @Test
    void signsItselfWithMlDsa() {
        for (X509Certificate certificate : List.of(authority.root(), authority.issuing())) {
            assertThat(SigningAlgorithm.of(certificate)).isEqualTo(SigningAlgorithm.ML_DSA_65);
            assertThat(Certificates.structure(certificate).getSignatureAlgorithm())
                    .isEqualTo(SigningAlgorithm.ML_DSA_65.identifier());
            assertThat(Certificates.isSignedBy(certificate, authority.root())).isTrue();
        }
    }

    @Test
    void handsOutKeysThatSign() throws Exception {
        try (Room room = Room.open(authority, "ml-dsa-65")) {
            String referenceId = room.references.of(Orders.REQUEST_ID, 1);
            DownloadPkcs12 download = new DownloadPkcs12(Orders.REQUEST_ID, referenceId, "1234", "192.0.2.1");
            KeyStore first = opened(send(room, download));
            PrivateKey key = (PrivateKey) first.getKey(Orders.REQUEST_ID, "1234".toCharArray());
            Certificate[] chain = first.getCertificateChain(Orders.REQUEST_ID);
            X509Certificate holder = (X509Certificate) chain[0];

            assertThat(chain).hasSize(3);
            assertThat(Certificates.isSignedBy(Certificates.read(holder.getEncoded()), authority.issuing()))
                    .isTrue();
            assertThat(holder.getKeyUsage()).startsWith(true, false, false, false, false);
            byte[] content = {1, 2, 3};
            byte[] signed = Signatures.sign(key, SigningAlgorithm.ML_DSA_65, content);
            assertThat(Signatures.verify(holder.getPublicKey(), SigningAlgorithm.ML_DSA_65, content, signed))
                    .isTrue();
            // the second one comes from escrow
            assertThat(opened(send(room, download)).getKey(Orders.REQUEST_ID, "1234".toCharArray()))
                    .isEqualTo(key);
        }
    }

    @Test
    void takesAKeyThatTheHolderMade() throws Exception {
        KeyPair keys = TestAuthority.PROFILES.named("ml-dsa-65").generateKeyPair(TestAuthority.RANDOM);
        String csr = Csrs.signed(
                keys,
                new JcaContentSignerBuilder("ML-DSA-65")
                        .setProvider(BouncyCastle.PROVIDER)
                        .build(keys.getPrivate()));
        try (Room room = Room.open(authority, "ec-p256")) {
            HandedOut done = (HandedOut) send(
                    room,
                    new DownloadForRequest(
                            Orders.REQUEST_ID, room.references.of(Orders.REQUEST_ID, 1), csr, "192.0.2.1"));
            X509Certificate holder = Certificates.read(done.file());
            assertThat(PublicKeys.of(holder.getPublicKey())).isEqualTo(PublicKeys.of(keys.getPublic()));
            assertThat(Certificates.isSignedBy(holder, authority.issuing())).isTrue();
        }
    }

    @Test
    void refusesToCallAnotherSignatureItsOwn() {
        X509Certificate holder = Issuance.of(authority, TestAuthority.DAY);
        byte[] spoilt = Certificates.der(holder);
        spoilt[spoilt.length - 1] ^= 1;
        assertThat(Certificates.isSignedBy(Certificates.read(spoilt), authority.issuing()))
                .isFalse();
        assertThat(Arrays.equals(spoilt, Certificates.der(holder))).isFalse();
    }

    private static CertificateAuthority start(AuthorityRegister register, Path place) {
        AuthorityStart start = new AuthorityStart(
                register, AuthorityAlgorithm.ML_DSA_65, null, MovableClock.at(TestAuthority.DAY), TestAuthority.RANDOM);
        return start.authority(start.directory(place, TestAuthority.ORGANIZATION));
    }

    private static KeyStore opened(Object file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", BouncyCastle.PROVIDER);
        store.load(new ByteArrayInputStream(((HandedOut) file).file()), "1234".toCharArray());
        return store;
    }

    private static Object send(Room room, Object command) {
        return room.gateway.sendAndWait(command, 60, TimeUnit.SECONDS);
    }
}
