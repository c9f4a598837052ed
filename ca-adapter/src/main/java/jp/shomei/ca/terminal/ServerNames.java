package jp.shomei.ca.terminal;

import java.util.List;
import java.util.Locale;
import org.bouncycastle.util.IPAddress;

/**
 * Host names and IP addresses by which terminals know the server (RFC 9525).
 *
 * @param names at least one
 */
public record ServerNames(List<String> names) {

    private static final String HOST_NAME =
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*";

    public ServerNames {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the server for terminals needs a name");
        }
        for (String name : names) {
            if (!IPAddress.isValid(name) && !name.matches(HOST_NAME)) {
                throw new IllegalArgumentException("neither a host name nor an IP address: " + name);
            }
        }
    }
}
