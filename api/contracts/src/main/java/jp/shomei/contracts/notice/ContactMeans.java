package jp.shomei.contracts.notice;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an officer reached, or tried to reach, an addressee. */
public enum ContactMeans {
    /** By telephone. */
    PHONE,
    /** By mail. */
    EMAIL,
    /** By letter. */
    LETTER;

    /** The names of all, to be told to whoever chose none of them. */
    public static final String NAMES = Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));

    /** The one of this name. */
    public static Optional<ContactMeans> find(String name) {
        return Arrays.stream(values())
                .filter(means -> means.name().equals(name))
                .findFirst();
    }
}
