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
 * certificate follow one another. One certificate that fails keeps no other from its turn.
 *
 * <p>The threads are their own, and nobody interrupts them: an interrupt in the middle of a write closes the file of an
 * embedded store. Whoever waits for them may be interrupted; what is under way then still ends.
 */
public final class DueCommands implements AutoCloseable {

    /** So many certificates are asked for at once, and so many at most wait for their turn. */
    private static final int PAGE = 500;

    private static final int THREADS = 4;
    private static final long DEADLINE_SECONDS = 30;
    private static final long CLOSING_SECONDS = 10;
    private static final MetaData BY_SYSTEM =
            MetaData.with(Metadata.CHANNEL, "daily-run").and(Metadata.ACTOR, Metadata.SYSTEM);

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
     * models are behind is waited for.
     *
     * @throws IllegalStateException if not everything could be done, after the rest was; or if the list is not to be had,
     *     or the caller is interrupted, or this is closed, before that
     */
    public <A> void give(DueList<A> list) {
        DueRound round = new DueRound(list.name(), threads, PAGE);
        try (round) {
            List<Turn> page = page(list, null);
            while (!page.isEmpty()) {
                page.forEach(turn ->
                        round.begin(turn.requestId(), () -> turn.commands().forEach(this::send)));
                page = page.size() < PAGE
                        ? List.of()
                        : page(list, page.getLast().requestId());
            }
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

    private void send(Object command) {
        commands.sendAndWait(new GenericCommandMessage<>(command, BY_SYSTEM), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private <A> List<Turn> page(DueList<A> list, @Nullable String after) {
        List<Turn> page = list.turns(questions.ask(list.name(), list.question(after, PAGE), list.answerType()));
        if (after != null && !page.isEmpty() && page.getLast().requestId().compareTo(after) <= 0) {
            throw new IllegalStateException("the list of " + list.name() + " does not go on after " + after);
        }
        return page;
    }
}
