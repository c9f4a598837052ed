package jp.shomei.http.access;

import java.util.Optional;

/**
 * The bearer tokens this system gave out itself. Whoever implements it keeps hashes only and compares in constant time.
 * It may block.
 */
@FunctionalInterface
public interface AccessTokens {
    /**
     * Whose token this is.
     *
     * @param token as sent; secret
     * @return empty if it is nobody's
     */
    Optional<Caller> find(String token);
}
