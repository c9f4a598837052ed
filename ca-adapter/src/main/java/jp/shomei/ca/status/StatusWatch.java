package jp.shomei.ca.status;

/** Something about the status services that an operator must know in time. */
@FunctionalInterface
public interface StatusWatch {

    /** How it stands now. */
    Reading read();

    /**
     * How it stands.
     *
     * @param name what is watched
     * @param isWell whether nobody needs to do anything
     * @param sentence what an operator should know
     */
    record Reading(String name, boolean isWell, String sentence) {}
}
