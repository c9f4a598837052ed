package jp.shomei.projections.readmodel;

/** An event came before one that precedes it in its aggregate's history; folding it would lose the earlier one. */
final class EarlierEventMissing extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EarlierEventMissing(String aggregate, long expected, long sequence) {
        super("event %d of %s came before event %d".formatted(sequence, aggregate, expected));
    }
}
