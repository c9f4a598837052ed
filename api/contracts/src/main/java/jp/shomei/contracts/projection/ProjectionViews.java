package jp.shomei.contracts.projection;

import java.util.List;

/**
 * Where every read model stands.
 *
 * @param items each of them
 */
public record ProjectionViews(List<ProjectionView> items) {

    public ProjectionViews {
        items = List.copyOf(items);
    }
}
