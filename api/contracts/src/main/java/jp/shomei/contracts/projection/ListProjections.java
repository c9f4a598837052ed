package jp.shomei.contracts.projection;

/** Asks where every read model stands; answered with {@link ProjectionViews}. */
public record ListProjections() {}
