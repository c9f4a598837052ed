package jp.shomei.contracts.fee;

/**
 * Where a result stood when it came in. Each line is told to a bill once, and by its place a bill knows it again: two lines
 * that say the same are two payments.
 *
 * @param list the digest of the accepted list, hexadecimal
 * @param line which of its lines, from 1
 */
public record ResultPlace(String list, int line) {}
