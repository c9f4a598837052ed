package jp.shomei.projections.readmodel.view;

/**
 * One generation of a read model. A rebuild writes a new generation beside the one that answers, so that no query ever
 * meets a half-built table. Each generation has its own collections, its own position in the events and its own dead
 * letters.
 *
 * @param readModel the read model
 * @param number from 1, never used again
 */
public record Generation(String readModel, int number) {

    /** The name of the event processor that builds this generation, and the beginning of its collections' names. */
    public String name() {
        return prefix(readModel) + number;
    }

    /** The name of one of its collections. */
    public String collection(String part) {
        return name() + "." + part;
    }

    /** How the collections of every generation of this read model begin. */
    public static String prefix(String readModel) {
        return readModel + ".g";
    }
}
