package jp.shomei.ca.terminal;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** Shows the TLS library the server's identity of the moment; it may change while the port is open. */
final class ShownIdentity extends X509ExtendedKeyManager {

    private static final String ALIAS = "terminal";

    private final Supplier<ServerIdentity> identity;

    ShownIdentity(Supplier<ServerIdentity> identity) {
        this.identity = identity;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        return alias(keyType);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, Socket socket) {
        return alias(keyType);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return alias(keyType) == null ? null : new String[] {ALIAS};
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers, Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.get().chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.get().key();
    }

    /** TLS 1.2 asks for kinds such as {@code EC_EC} or {@code EC_RSA}, TLS 1.3 for {@code EC}. */
    private @Nullable String alias(String keyType) {
        String own = identity.get().key().getAlgorithm();
        return keyType.equals(own) || keyType.startsWith(own + "_") ? ALIAS : null;
    }
}
