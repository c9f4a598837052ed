package jp.shomei.command.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of subjects, such as certificates or bills, for which something is due: how it is asked for, page by page, and
 * what is to be done.
 *
 * @param <A> the answer that holds a page
 */
public interface DueList<A> {

    /** What is due, in words for the log: {@code reminders of 2024-06-03}. */
    String name();

    /** Asks for a page: so many subjects at most, in the order of their names, that follow the one named. */
    Object question(@Nullable String after, int limit);

    /** What the question is answered with. */
    Class<A> answerType();

    /** The turns of a page, in its order. */
    List<Turn> turns(A answer);

    /**
     * One subject's turn.
     *
     * @param subject its name: a request ID, the ID of a bill
     * @param commands what is to be done about it, in this order
     */
    record Turn(String subject, List<?> commands) {

        public Turn {
            commands = List.copyOf(commands);
        }
    }
}
