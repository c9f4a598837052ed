package jp.shomei.contracts.fee;

import org.jspecify.annotations.Nullable;

/**
 * A part of a CSV file.
 *
 * @param text whole rows, each ended by CR LF; may be empty
 * @param next what to name for the part that follows; absent after the last
 */
public record FilePart(String text, @Nullable String next) {}
