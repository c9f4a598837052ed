package jp.shomei.correspondence.document;

/**
 * A document cannot be printed just as it is meant, and will not be however often it is tried: the fault is in what it says.
 * The reason shows no more of that than a single character.
 */
public final class UnprintableDocument extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public UnprintableDocument(String reason) {
        super(reason);
    }
}
