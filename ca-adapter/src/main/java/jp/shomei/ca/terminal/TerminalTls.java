package jp.shomei.ca.terminal;

import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/** What the TLS library needs for the terminals' port. */
public final class TerminalTls {

    private final TerminalIdentity identity;
    private final TerminalTrust trust;

    public TerminalTls(TerminalIdentity identity, TerminalTrust trust) {
        this.identity = identity;
        this.trust = trust;
    }

    /** The server's own key and certificate; made if there are none. */
    public KeyManager keyManager() {
        return identity.keyManager();
    }

    /** Asks the register about every client; to be called where waiting for a database does no harm. */
    public TrustManager trustManager() {
        return new CheckedClients(trust);
    }
}
