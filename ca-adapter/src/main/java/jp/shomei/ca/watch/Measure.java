package jp.shomei.ca.watch;

import java.util.Map;

/**
 * A number about the authority, for whoever draws curves and raises alarms.
 *
 * @param name what is measured, in words parted by dots and with its unit, such as {@code crl.age.seconds}
 * @param kind whether it goes up and down, or only up
 * @param labels which one of several; of each label there are few values, and none of them says whose certificate it is
 * @param value the number
 */
public record Measure(String name, Kind kind, Map<String, String> labels, double value) {

    /** How a number moves. */
    public enum Kind {
        /** Up and down. */
        LEVEL,
        /** Only up, from 0 at the start of the process. */
        COUNT
    }

    public Measure {
        labels = Map.copyOf(labels);
    }

    /** A level there is one of. */
    public static Measure level(String name, double value) {
        return new Measure(name, Kind.LEVEL, Map.of(), value);
    }
}
