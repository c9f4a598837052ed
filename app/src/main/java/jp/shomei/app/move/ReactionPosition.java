package jp.shomei.app.move;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a reaction has come, told by events, since every store counts them in its own way.
 *
 * @param processor the reaction
 * @param segment the part of it
 * @param lastEvent the identifier of the last event it has done; none if it has done nothing
 * @param left identifiers of events before that which it has not done
 */
record ReactionPosition(
        String processor, int segment, @Nullable String lastEvent, List<String> left) {

    ReactionPosition {
        left = List.copyOf(left);
    }
}
