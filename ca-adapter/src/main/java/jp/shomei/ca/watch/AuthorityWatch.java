package jp.shomei.ca.watch;

import java.util.List;

/**
 * Looks at something without which the authority stops working one day: a certificate that runs out, a key that cannot be
 * reached. Every bean of this type is shown to the operator. A look is quick, and never waits for more than a second or
 * two.
 */
@FunctionalInterface
public interface AuthorityWatch {

    /** What stands how, at this moment. */
    List<WatchEntry> look();

    /** What can be measured of it, at this moment; as quick as a look. */
    default List<Measure> measures() {
        return List.of();
    }
}
