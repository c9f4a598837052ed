package jp.shomei.app.durable;

/**
 * Registered where no other process may use the durable store. In PostgreSQL it is looked after; a file is one process's as it
 * is.
 *
 * @param refusal what an operator is told if others are there
 */
public record Alone(String refusal) {}
