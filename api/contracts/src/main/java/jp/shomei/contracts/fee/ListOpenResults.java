package jp.shomei.contracts.fee;

/**
 * Asks for a list of results that was accepted and is not yet on its bills, the oldest first; sees everything that has
 * happened. Answers an Optional of {@link OpenResults}.
 */
public record ListOpenResults() {}
