package jp.shomei.http.access;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * A request that came in by the port for terminals. It travels with the request, where no header can put it: who does not
 * come by that port has none.
 *
 * @param certificate what the terminal presented in the TLS handshake, if anything
 */
public record TerminalVisit(Optional<X509Certificate> certificate) {
    private static final Class<TerminalVisit> KEY = TerminalVisit.class;
    private static final int HEXADECIMAL = 16;

    /** The visit to which the request being served belongs; empty on any other port. */
    public static Mono<TerminalVisit> current() {
        return Mono.deferContextual(context -> Mono.justOrEmpty(context.<TerminalVisit>getOrEmpty(KEY)));
    }

    /** Lets the request being served belong to this visit. */
    Function<Context, Context> mark() {
        return context -> context.put(KEY, this);
    }

    /** As events and registers write it: lower-case hexadecimal. */
    static String hex(BigInteger serialNumber) {
        return serialNumber.toString(HEXADECIMAL);
    }
}
