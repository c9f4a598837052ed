package jp.shomei.http.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens count, as {@code --shomei.oidc.NAME=VALUE}.
 *
 * @param issuer the issuer's address (OpenID Connect Discovery 1.0 section 4); absent for this system's own tokens
 * @param audience what the tokens must be meant for; absent if whatever the issuer issues is meant for this system
 */
@ConfigurationProperties("shomei.oidc")
public record OidcProperties(
        @Nullable String issuer, @Nullable String audience) {}
