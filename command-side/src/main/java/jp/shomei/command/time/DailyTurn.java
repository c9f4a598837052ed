package jp.shomei.command.time;

/** Tells whether the work of the day is this node's, where several share it. */
@FunctionalInterface
public interface DailyTurn {

    /** Whether it is; a node whose turn it is keeps it for as long as it lives. */
    boolean isMine();
}
