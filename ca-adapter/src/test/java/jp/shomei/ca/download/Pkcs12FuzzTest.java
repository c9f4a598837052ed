package jp.shomei.ca.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.util.List;
import jp.shomei.ca.Orders;
import jp.shomei.ca.Room;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.fuzz.FuzzedEntrance;

/** A password for a PKCS#12 file: it is refused, or opens the file that is made with it. */
class Pkcs12FuzzTest extends FuzzedEntrance {

    private static final KeyPair KEYS = Room.holderKeys();

    @Override
    protected void feed(byte[] input) throws Exception {
        char[] password = CertificatePassword.read(new String(input, StandardCharsets.UTF_8));
        byte[] file = Pkcs12File.of(
                Orders.REQUEST_ID,
                KEYS.getPrivate(),
                List.of(TestAuthority.authority().root()),
                password);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(file), password);
        assertThat(store.getKey(Orders.REQUEST_ID, password)).isEqualTo(KEYS.getPrivate());
    }

    /** Deriving keys from passwords is slow on purpose. */
    @Override
    protected int rounds() {
        return 200;
    }
}
