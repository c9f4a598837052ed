package jp.shomei.contracts.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the newest certificate revocation list (RFC 5280 section 5). Answers an optional {@link RevocationListView}.
 *
 * @param issuer the issuer's subject key identifier, hexadecimal; none for the issuer of today
 * @param partition the partition that certificates name in their distribution point; none for the complete list
 */
public record FindRevocationList(
        @Nullable String issuer, @Nullable Integer partition) {}
