package jp.shomei.correspondence.letter;

import java.nio.file.Path;

/**
 * Where letters are kept.
 *
 * @param archives the directory of the archives for the forwarding agent; made when the first is written. They hold
 *     reference IDs. Whatever is deleted there is made again when it is asked for
 */
public record LetterSettings(Path archives) {}
