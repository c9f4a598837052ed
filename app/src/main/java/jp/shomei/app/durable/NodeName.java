package jp.shomei.app.durable;

/**
 * The name under which this node claims reactions.
 *
 * @param value different from that of every other node on the same store
 */
public record NodeName(String value) {}
