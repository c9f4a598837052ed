package jp.shomei.projections.readmodel.view;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
 * @param buildingShape what that one's documents look like; none if they look the same
 */
public record ReadModelEntry(
        @BsonId String name,
        int serving,
        @Nullable Integer shape,
        @Nullable Integer building,
        @Nullable Integer buildingShape) {

    /** The collection of these entries. */
    public static final String COLLECTION = "read-models";

    /** Number of the generation that answers before anything else is known. */
    public static final int FIRST = 1;

    /** Whether an earlier release gave the documents that answer their shape. */
    public boolean isOlderThan(int known) {
        return servingShape() < known;
    }

    /** Whether a later release gave the documents that answer their shape. */
    public boolean isNewerThan(int known) {
        return servingShape() > known;
    }

    /** Whether the documents that answer look like this. */
    public boolean hasShape(int known) {
        return servingShape() == known;
    }

    /** Whether documents that look like this are being built. */
    public boolean isBuilding(int known) {
        return building != null && (buildingShape == null ? servingShape() : buildingShape) == known;
    }

    private int servingShape() {
        return shape == null ? FIRST : shape;
    }

    /** The generation that answers. */
    public Generation servingGeneration() {
        return new Generation(name, serving);
    }

    /** The generation that will answer. */
    public Optional<Generation> buildingGeneration() {
        return Optional.ofNullable(building).map(number -> new Generation(name, number));
    }

    /** The generations that are kept up to date. */
    public Stream<Generation> generations() {
        return Stream.concat(Stream.of(servingGeneration()), buildingGeneration().stream());
    }

    /** Those of them whose documents look like this. */
    public Set<Generation> generations(int known) {
        Set<Generation> found = new HashSet<>();
        if (hasShape(known)) {
            found.add(servingGeneration());
        }
        if (isBuilding(known)) {
            buildingGeneration().ifPresent(found::add);
        }
        return found;
    }

    /** The highest number that a generation of it has. */
    public int newest() {
        return building == null ? serving : building;
    }
}
