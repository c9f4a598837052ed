package jp.shomei.http.message;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/**
 * Where a message comes from.
 *
 * @param actor the caller's name; none without a token
 * @param role its roles; none without a token
 */
public record Origin(@Nullable String actor, @Nullable String role) {
    private static final String CHANNEL = "http";
    private static final String SEPARATOR = ",";

    /** Without a token or a certificate there are only downloads, and their key is the notice: the caller is whoever bears it. */
    private static final Origin NOTICE_BEARER = new Origin("notice-bearer", null);

    /** The caller of the request being served. */
    public static Mono<Origin> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Origin::of)
                .defaultIfEmpty(NOTICE_BEARER);
    }

    /** The serial number of the certificate that a terminal presented, hexadecimal; none for everybody else. */
    public @Nullable String presentedSerial() {
        return Role.TERMINAL.title().equals(role) ? actor : null;
    }

    /** Whether the caller is one of these, whatever else. */
    public boolean isAnyOf(Set<Role> roles) {
        return role != null
                && Arrays.stream(role.split(SEPARATOR))
                        .flatMap(title -> Role.find(title).stream())
                        .anyMatch(roles::contains);
    }

    /** As every message carries it. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Metadata.CHANNEL, CHANNEL);
        if (actor != null) {
            metadata.put(Metadata.ACTOR, actor);
        }
        if (role != null) {
            metadata.put(Metadata.ROLE, role);
        }
        return metadata;
    }

    private static Origin of(Authentication caller) {
        String roles = Arrays.stream(Role.values())
                .filter(role -> caller.getAuthorities().stream()
                        .anyMatch(authority -> role.authority().equals(authority.getAuthority())))
                .map(Role::title)
                .collect(Collectors.joining(SEPARATOR));
        return new Origin(caller.getName(), roles.isEmpty() ? null : roles);
    }
}
