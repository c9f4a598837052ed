package jp.shomei.http;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.shomei.http.access.AccessTokens;
import jp.shomei.http.access.Caller;
import jp.shomei.http.access.Role;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A plain Boot application with this room and nothing else. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(HttpRoom.class)
public class TestApplication {
    private static final Map<String, Role> TOKENS =
            Arrays.stream(Role.values()).collect(Collectors.toMap(TestApplication::token, Function.identity()));

    /** The token of a role. */
    public static String token(Role role) {
        return role.title() + "-token";
    }

    @Bean
    OtherRooms otherRooms() {
        return new OtherRooms();
    }

    @Bean
    Clock clock() {
        return Clock.fixed(Samples.NOW, ZoneOffset.UTC);
    }

    @Bean
    CommandGateway commandGateway(OtherRooms others) {
        return others.commandGateway();
    }

    @Bean
    QueryGateway queryGateway(OtherRooms others) {
        return others.queryGateway();
    }

    @Bean
    AccessTokens accessTokens() {
        return token -> {
            if (token.equals("store-is-down")) {
                throw new IllegalStateException("the store of tokens is down");
            }
            return Optional.ofNullable(TOKENS.get(token)).map(role -> new Caller("the " + role.title(), role));
        };
    }
}
