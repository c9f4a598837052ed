package jp.shomei.ca.authority;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * Makes the authority of a newcomer, without a ceremony: a root for 30 years, an issuing authority for 15 that may not
 * make further authorities, and the secret keys that belong to them.
 */
final class FirstAuthority implements SecretDirectory.Maker {

    private final String organization;
    private final AuthorityAlgorithm algorithm;
    private final @Nullable HardwareToken token;
    private final LocalDate day;
    private final SecureRandom random;

    /**
     * @param token where the issuing key is to be made; absent for a key store
     * @param day first day of validity
     */
    FirstAuthority(
            String organization,
            AuthorityAlgorithm algorithm,
            @Nullable HardwareToken token,
            LocalDate day,
            SecureRandom random) {
        this.organization = organization;
        this.algorithm = algorithm;
        this.token = token;
        this.day = day;
        this.random = random;
    }

    @Override
    public void fill(SecretDirectory empty) {
        try {
            char[] password = AuthoritySecrets.password(empty, random);
            AuthoritySecrets.keys(empty, random);
            RootKey root =
                    RootKey.make(AuthorityNames.root(organization), algorithm, day, AuthorityNames.ROOT_YEARS, random);
            root.write(empty, password);
            IssuingKeys keys = new IssuingKeys(empty, token, random);
            keys.request(AuthorityNames.issuing(organization, 1), algorithm, day);
            var issuing = root.sign(
                    AuthorityNames.issuing(organization, 1),
                    keys.pendingKey(),
                    day,
                    AuthorityNames.ISSUING_YEARS,
                    random);
            keys.install(List.of(issuing, root.certificate()));
        } catch (GeneralSecurityException | IOException failed) {
            throw new AuthorityUnusable("the authority's keys cannot be made", failed);
        }
    }
}
