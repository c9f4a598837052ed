package jp.shomei.contracts.institution;

/**
 * How many registrations of a list were new, changed, and as they were.
 *
 * @param registered new ones
 * @param changed changed ones
 * @param unchanged those that were on file just so
 */
public record ImportOutcome(int registered, int changed, int unchanged) {

    /** Both together. */
    public ImportOutcome plus(ImportOutcome other) {
        return new ImportOutcome(registered + other.registered, changed + other.changed, unchanged + other.unchanged);
    }
}
