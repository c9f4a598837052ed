package jp.shomei.http.certificate;

import java.net.InetSocketAddress;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Who asks, for the download lock. */
public final class RemoteAddress {
    private static final String UNKNOWN = "unknown";

    private RemoteAddress() {}

    /** The caller's address; behind a proxy the one it names, if forwarded headers are trusted. */
    public static String of(ServerHttpRequest request) {
        InetSocketAddress caller = request.getRemoteAddress();
        if (caller == null) {
            return UNKNOWN;
        }
        // an address that a proxy named is not resolved
        return caller.isUnresolved()
                ? caller.getHostString()
                : caller.getAddress().getHostAddress();
    }
}
