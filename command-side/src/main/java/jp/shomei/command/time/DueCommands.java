package jp.shomei.command.time;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.time.DueList.Turn;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;

/**
 * Gives the commands of what is due, however much that is: the list is read page by page while some threads work on what
 * was read, so that what is held at a time does not grow with the list. Each command counts by itself; those for one
 * subject follow one another. One subject that fails keeps no other from its turn.
 *
 * <p>The threads are their own, and nobody interrupts them: an interrupt in the middle of a write closes the file of an
 * embedded store. Whoever waits for them may be interrupted; what is under way then still ends.
 */
public final class DueCommands implements AutoCloseable {

    /**
     * So many subjects are asked for at once, and so many at most wait for their turn: the read side looks for what has
     * happened since with each page, which costs more than what is on it.
     */
    private static final int PAGE = 2_000;

    private static final int THREADS = 4;
    private static final long DEADLINE_SECONDS = 30;
    private static final long CLOSING_SECONDS = 10;

    private final CommandGateway commands;
    private final PatientQuestions questions;
    private final ThreadPoolExecutor threads;

    public DueCommands(CommandGateway commands, QueryGateway queries) {
        this(commands, queries, Pauses.REAL);
    }

    DueCommands(CommandGateway commands, QueryGateway queries, Pauses pauses) {
        this.commands = commands;
        // each round bounds what it lets wait here
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("due-commands-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        this.questions = new PatientQuestions(queries, pauses, threads::isShutdown);
    }

    /**
     * Does everything that is on the list, and returns when it is done. A page that is not to be had because the read
     * models are behind is waited for. No page is kept once its turns have begun.
     *
     * @throws IllegalStateException if not everything could be done, after the rest was; or if the list is not to be had,
     *     or the caller is interrupted, or this is closed, before that
     */
    public <A> void give(DueList<A> list) {
        DueRound round = new DueRound(list.name(), threads, PAGE);
        try (round) {
            @Nullable String last = begin(round, page(list, null), Metadata.BY_DAILY_RUN);
            while (last != null) {
                last = begin(round, page(list, last), Metadata.BY_DAILY_RUN);
            }
        }
        round.conclude();
    }

    /**
     * Does everything on a list that is at hand, and returns when it is done.
     *
     * @param name what is due, in words for the log
     * @param sender on whose behalf
     * @throws IllegalStateException if not everything could be done, after the rest was; or if the caller is interrupted,
     *     or this is closed, before that
     */
    public void give(String name, List<Turn> turns, MetaData sender) {
        DueRound round = new DueRound(name, threads, PAGE);
        try (round) {
            begin(round, turns, sender);
        }
        round.conclude();
    }

    /** Lets what is under way end, and begins nothing more. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins these turns, and names the last of them if more may follow. */
    private @Nullable String begin(DueRound round, List<Turn> turns, MetaData sender) {
        turns.forEach(
                turn -> round.begin(turn.subject(), () -> turn.commands().forEach(command -> send(command, sender))));
        return turns.size() < PAGE ? null : turns.getLast().subject();
    }

    private void send(Object command, MetaData sender) {
        commands.sendAndWait(new GenericCommandMessage<>(command, sender), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private <A> List<Turn> page(DueList<A> list, @Nullable String after) {
        List<Turn> page = list.turns(questions.ask(list.name(), list.question(after, PAGE), list.answerType()));
        if (after != null && !page.isEmpty() && page.getLast().subject().compareTo(after) <= 0) {
            throw new IllegalStateException("the list of " + list.name() + " does not go on after " + after);
        }
        return page;
    }
}
