package jp.shomei.http.access;

import java.util.Locale;
import java.util.Optional;

/** What a caller may be. */
public enum Role {
    /** Screens applications. */
    OFFICER,
    /** Posts the notices. */
    MAILROOM,
    /** Keeps the ledger. */
    BILLING,
    /** Reads the history. */
    AUDITOR,
    /** Runs the system. */
    OPERATOR,
    /** A program that watches the system: it reads the metrics, and nothing else of anybody's. */
    MONITOR,
    /** The portal front end, acting for every institution. */
    INSTITUTION,
    /** A terminal that presented its certificate in the TLS handshake. There are no tokens of this role. */
    TERMINAL;

    private static final String PREFIX = "ROLE_";

    /** The name outside programs know: {@code officer}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name inside the security library. */
    public String authority() {
        return PREFIX + name();
    }

    /** Whether a token can make somebody be this. */
    public boolean isByToken() {
        return this != TERMINAL;
    }

    /** The role of a token with this {@link #title() title}, in whatever case. */
    public static Optional<Role> find(String title) {
        for (Role role : values()) {
            if (role.isByToken() && role.name().equalsIgnoreCase(title)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
