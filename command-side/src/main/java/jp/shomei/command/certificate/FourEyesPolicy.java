package jp.shomei.command.certificate;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.shomei.contracts.institution.Category;
import org.jspecify.annotations.Nullable;

/**
 * In these categories no officer grants or revokes alone (四眼): a second one, who had no part in it, has to approve.
 *
 * @param categories none if one officer is always enough
 */
public record FourEyesPolicy(Set<Category> categories) {

    public FourEyesPolicy {
        categories = Set.copyOf(categories);
    }

    /** Whether two officers are needed if any of these categories is concerned. */
    boolean holdsFor(Category... concerned) {
        return Stream.of(concerned).anyMatch(categories::contains);
    }

    /** Whether this actor is known, and none of those who had part in it. */
    static boolean isAnother(@Nullable String actor, @Nullable String... concerned) {
        return actor != null && Stream.of(concerned).noneMatch(one -> Objects.equals(one, actor));
    }
}
