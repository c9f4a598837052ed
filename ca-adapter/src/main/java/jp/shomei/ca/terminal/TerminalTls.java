package jp.shomei.ca.terminal;

import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

/** What the TLS library needs for the terminals' port. */
public interface TerminalTls {

    /**
     * Whether the server has a key and certificate to show. They are made if there are none; where that fails, as while
     * the authority's key is away, it may be asked again.
     */
    boolean isReady();

    /** What an operator should know about the server's certificate; nothing if all is well. Quick, and tries nothing. */
    Optional<String> concern();

    /** The server's own key and certificate, once it is ready. */
    KeyManager keyManager();

    /** Asks the register about every client; to be called where waiting for a database does no harm. */
    TrustManager trustManager();
}
