package jp.shomei.ca.status;

/** Tells of the register while another process takes in what changes it. */
@FunctionalInterface
public interface RegisterElsewhere {

    /** Whether the other process has taken in everything that is on record at this moment. */
    boolean hasReachedTheHead();
}
