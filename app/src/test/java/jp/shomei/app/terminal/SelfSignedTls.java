package jp.shomei.app.terminal;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import jp.shomei.ca.terminal.TerminalTls;
import org.jspecify.annotations.Nullable;

/** TLS without an authority; the identity can be taken away. */
final class SelfSignedTls implements TerminalTls {

    private static final String PASSWORD = "changeit";

    private final Path keys;
    private volatile @Nullable String concern;

    SelfSignedTls(Path keys) {
        this.keys = keys;
    }

    /** Makes a key store with the JDK's own tool. */
    static Path make(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("no key store");
        }
        return file;
    }

    /** Takes the identity away for this reason; for none, brings it back. */
    void away(@Nullable String reason) {
        concern = reason;
    }

    @Override
    public boolean isReady() {
        return concern == null;
    }

    @Override
    public Optional<String> concern() {
        return Optional.ofNullable(concern);
    }

    @Override
    public KeyManager keyManager() {
        try (InputStream file = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, PASSWORD.toCharArray());
            return managers.getKeyManagers()[0];
        } catch (java.io.IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public TrustManager trustManager() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init((KeyStore) null);
            return managers.getTrustManagers()[0];
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
