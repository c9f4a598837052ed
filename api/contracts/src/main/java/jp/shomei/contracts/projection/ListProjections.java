package jp.shomei.contracts.projection;

/** Asks where every read model stands; answered with a list of {@link ProjectionView}. */
public record ListProjections() {}
