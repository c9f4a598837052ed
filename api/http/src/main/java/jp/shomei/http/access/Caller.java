package jp.shomei.http.access;

/**
 * Who calls.
 *
 * @param name the person or program, as it shall stand in the history
 * @param role in which role
 */
public record Caller(String name, Role role) {}
