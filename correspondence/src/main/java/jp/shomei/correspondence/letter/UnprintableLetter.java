package jp.shomei.correspondence.letter;

/**
 * A letter cannot be printed just as it is meant, and will not be however often it is tried: the fault is in what it says.
 * The reason shows no more of that than a single character.
 */
final class UnprintableLetter extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnprintableLetter(String reason) {
        super(reason);
    }
}
