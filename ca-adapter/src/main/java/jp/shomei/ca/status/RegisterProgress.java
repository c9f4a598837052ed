package jp.shomei.ca.status;

/** Tells how far the reaction has come that keeps the register, on whichever node it runs. */
@FunctionalInterface
public interface RegisterProgress {

    /** Whether it has come by everything that was on record when this was first asked. */
    boolean hasComeByTheStart();
}
