package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import jp.shomei.ca.Openssl;
import jp.shomei.ca.Orders;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.x509.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12FileTest {

    private static final KeyPair KEYS = TestAuthority.PROFILES.named("rsa-2048").generateKeyPair(TestAuthority.RANDOM);
    private static final List<X509Certificate> CHAIN = chain();

    private final byte[] file = Pkcs12File.of(Orders.REQUEST_ID, KEYS.getPrivate(), CHAIN, "1234".toCharArray());

    @Test
    void opensWithJava() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), "1234".toCharArray());
        assertThat(store.getKey(Orders.REQUEST_ID, "1234".toCharArray())).isEqualTo(KEYS.getPrivate());
        assertThat(store.getCertificateChain(Orders.REQUEST_ID)).containsExactly(CHAIN.toArray(X509Certificate[]::new));
    }

    @Test
    void doesNotOpenWithAnotherPassword() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        assertThatThrownBy(() -> store.load(new ByteArrayInputStream(file), "1235".toCharArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void opensWithOpensslAndIsEncryptedWithAes256(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("holder.p12"), file);
        String info = Openssl.run(directory, "pkcs12", "-info", "-in", "holder.p12", "-passin", "pass:1234", "-noenc");
        assertThat(info)
                .contains("MAC: sha256, Iteration 10000")
                .contains("Shrouded Keybag: PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256")
                .contains("PKCS7 Encrypted data: PBES2, PBKDF2, AES-256-CBC, Iteration 10000, PRF hmacWithSHA256")
                .contains("friendlyName: " + Orders.REQUEST_ID);
        assertThat(info.split("-----BEGIN CERTIFICATE-----")).hasSize(4);
        assertThat(info.split("-----BEGIN PRIVATE KEY-----")).hasSize(2);
    }

    private static List<X509Certificate> chain() {
        SigningDrafts drafts =
                new SigningDrafts(TestAuthority.PROFILES, TestAuthority.template(), TestAuthority.RANDOM);
        byte[] toBeSigned = Base64.getDecoder()
                .decode(drafts.draft(Orders.fresh(), HolderKey.madeHere(KEYS.getPublic()))
                        .signing()
                        .toBeSigned());
        byte[] signed = TestAuthority.authority().sign(TestAuthority.linter().lint(toBeSigned));
        return TestAuthority.authority().chainOf(Certificates.read(signed));
    }
}
