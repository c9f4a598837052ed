package jp.shomei.app.security;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.http.access.AccessTokens;
import jp.shomei.http.access.Caller;
import jp.shomei.http.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The tokens of the embedded mode. Nothing is written where an issuer's tokens count instead: nobody asks for these. */
@Configuration(proxyBeanMethods = false)
public class EmbeddedTokens {

    /** Where the tokens are written at the first start, below the data directory. */
    public static final String TOKENS = "tokens.json";

    private static final String HASHES = "secrets/token-hashes.json";

    @Bean
    @Lazy
    AccessTokens accessTokens(DataDirectory data) {
        Path tokens = data.resolve(TOKENS);
        Map<Role, String> hashes = TokenFile.hashes(tokens, data.resolve(HASHES));
        return token -> find(hashes, token);
    }

    private static Optional<Caller> find(Map<Role, String> hashes, String token) {
        Optional<Caller> caller = Optional.empty();
        for (Map.Entry<Role, String> one : hashes.entrySet()) {
            // every hash is compared, so that the time does not tell which role came close
            if (TokenHash.matches(token, one.getValue())) {
                caller = Optional.of(new Caller(one.getKey().title(), one.getKey()));
            }
        }
        return caller;
    }
}
