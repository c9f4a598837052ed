package jp.shomei.ca.terminal;

import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/** TLS with an identity that the authority signed, for clients whose certificates it signed too. */
public final class AuthorityTls implements TerminalTls {

    private final TerminalIdentity identity;
    private final TerminalTrust trust;

    public AuthorityTls(TerminalIdentity identity, TerminalTrust trust) {
        this.identity = identity;
        this.trust = trust;
    }

    @Override
    public boolean isReady() {
        return identity.isReady();
    }

    @Override
    public Optional<String> concern() {
        return identity.concern();
    }

    @Override
    public KeyManager keyManager() {
        return identity.keyManager();
    }

    @Override
    public TrustManager trustManager() {
        return new CheckedClients(trust);
    }
}
