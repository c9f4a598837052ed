package jp.shomei.ca;

import java.nio.file.Path;
import java.util.List;
import jp.shomei.ca.token.TokenSettings;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sets.
 *
 * @param directory where the authority keeps its key stores and secret keys; made at the first start, readable by its
 *     owner alone
 * @param profile the certificate profile of keys that the authority makes, such as {@code rsa-2048}
 * @param organization the organization in the names of the authority and of every holder
 * @param keyPool how many keys are made ahead for holders; 0 for none
 * @param terminalNames host names and IP addresses by which terminals know this server
 * @param algorithm of the authority's own keys, which are made at the first start
 * @param token where issuing keys are, if on a hardware token
 */
public record CaProperties(
        Path directory,
        String profile,
        String organization,
        int keyPool,
        List<String> terminalNames,
        AuthorityAlgorithm algorithm,
        @Nullable TokenSettings token) {

    private static final int ORGANIZATION_LIMIT = 64;
    private static final int KEY_POOL_LIMIT = 10_000;

    public CaProperties {
        terminalNames = List.copyOf(terminalNames);
        if (organization.isBlank() || organization.length() > ORGANIZATION_LIMIT) {
            throw new IllegalArgumentException("the organization must have 1 to 64 characters (RFC 5280 appendix A)");
        }
        if (keyPool < 0 || keyPool > KEY_POOL_LIMIT) {
            throw new IllegalArgumentException("the key pool must have room for 0 to " + KEY_POOL_LIMIT + " keys");
        }
    }
}
