package jp.shomei.http.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierReactiveJwtDecoder;

/** Tokens of an OIDC issuer. */
final class IssuerTokens {
    private IssuerTokens() {}

    /**
     * Checks signature, times, issuer and, if one is named, audience. The issuer's keys are fetched at the first token,
     * so that this system can start before its issuer.
     */
    static ReactiveJwtDecoder decoder(String issuer, @Nullable String audience) {
        return new SupplierReactiveJwtDecoder(() -> {
            NimbusReactiveJwtDecoder decoder =
                    NimbusReactiveJwtDecoder.withIssuerLocation(issuer).build();
            decoder.setJwtValidator(validator(issuer, audience));
            return decoder;
        });
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, @Nullable String audience) {
        return audience == null || audience.isBlank()
                ? JwtValidators.createDefaultWithIssuer(issuer)
                : JwtValidators.createDefaultWithValidators(
                        List.of(JwtValidators.createDefaultWithIssuer(issuer), new JwtAudienceValidator(audience)));
    }
}
