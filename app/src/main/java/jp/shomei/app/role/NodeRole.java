package jp.shomei.app.role;

import java.util.Locale;
import jp.shomei.app.start.StartRefused;
import org.springframework.core.env.Environment;

/** What a process does, as {@code --shomei.role=NAME}; {@link #ALL} unless one is named. */
public enum NodeRole {
    /** Everything. */
    ALL,
    /** Decides, signs, writes to the holders, serves terminals: has keys and the durable store, and no read models. */
    COMMAND,
    /** Remembers and answers: has the read models, and neither keys nor the durable store. */
    QUERY;

    /** How an operator names it. */
    public static final String PROPERTY = "shomei.role";

    /**
     * The role that is set.
     *
     * @throws StartRefused if there is no such role
     */
    public static NodeRole of(Environment environment) {
        String name = environment.getProperty(PROPERTY, ALL.title());
        for (NodeRole role : values()) {
            if (role.title().equals(name)) {
                return role;
            }
        }
        throw new StartRefused("--" + PROPERTY + "=" + name + ": there is no such role. It is all, command or query.");
    }

    /** Whether a process of this role does what that role does. */
    public boolean includes(NodeRole other) {
        return this == ALL || this == other;
    }

    /** Its name, as an operator writes it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
