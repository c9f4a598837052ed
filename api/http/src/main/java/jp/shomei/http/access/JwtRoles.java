package jp.shomei.http.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads a caller's roles from the claim {@code roles}; names that are no {@link Role} mean nothing here. */
final class JwtRoles implements Converter<Jwt, Collection<GrantedAuthority>> {
    private static final String CLAIM = "roles";

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        if (!(token.getClaims().get(CLAIM) instanceof Collection<?> titles)) {
            return List.of();
        }
        return titles.stream()
                .map(title -> Role.find(String.valueOf(title)))
                .flatMap(Optional::stream)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
    }
}
