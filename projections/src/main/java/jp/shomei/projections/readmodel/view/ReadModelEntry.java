package jp.shomei.projections.readmodel.view;

import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a read model: which generation answers, and which one is being built.
 *
 * @param name the read model
 * @param serving number of the generation that answers
 * @param shape what its documents look like; none as long as shapes were not remembered
 * @param building number of the generation that will replace it; none unless a rebuild is under way
 */
public record ReadModelEntry(
        @BsonId String name,
        int serving,
        @Nullable Integer shape,
        @Nullable Integer building) {

    /** The collection of these entries. */
    public static final String COLLECTION = "read-models";

    /** Number of the generation that answers before anything else is known. */
    public static final int FIRST = 1;

    /** Whether an earlier release gave its documents their shape. */
    public boolean isOlderThan(int known) {
        return (shape == null ? FIRST : shape) < known;
    }

    /** Whether a later release gave its documents their shape. */
    public boolean isNewerThan(int known) {
        return (shape == null ? FIRST : shape) > known;
    }

    /** The generation that answers. */
    public Generation servingGeneration() {
        return new Generation(name, serving);
    }

    /** The generations that are kept up to date. */
    public Stream<Generation> generations() {
        return Stream.concat(Stream.of(serving), Stream.ofNullable(building))
                .map(number -> new Generation(name, number));
    }
}
