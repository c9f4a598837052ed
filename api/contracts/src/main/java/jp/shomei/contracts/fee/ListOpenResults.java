package jp.shomei.contracts.fee;

/**
 * Asks for a list of results that was accepted and is not yet on its bills; sees everything that has happened. Answers an
 * Optional of {@link OpenResults}.
 */
public record ListOpenResults() {}
