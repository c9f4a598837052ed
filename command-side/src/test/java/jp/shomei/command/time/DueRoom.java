package jp.shomei.command.time;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.shomei.command.time.DueList.Turn;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what is due, as many subjects as wanted with two commands each, and takes the commands. */
final class DueRoom {

    record Ask(@Nullable String after, int limit) {}

    record Answer(List<String> requestIds) {}

    record Take(String requestId, int step) {}

    /** What happens while a command is handled. */
    @FunctionalInterface
    interface Meanwhile {
        void handling(Take take) throws Exception;
    }

    final List<Ask> asked = new ArrayList<>();
    final List<Integer> takenWhenAsked = new ArrayList<>();
    final List<Take> taken = Collections.synchronizedList(new ArrayList<>());
    final List<MetaData> metadata = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger mostAtOnce = new AtomicInteger();
    volatile boolean interrupted;
    volatile int due;
    volatile int pagesToBeHad = Integer.MAX_VALUE;
    volatile ErrorCode reason = ErrorCode.READ_MODEL_BEHIND;
    volatile boolean stuck;
    volatile Set<String> refused = Set.of();
    volatile Meanwhile meanwhile = take -> {};
    final List<Integer> turnsKept = new ArrayList<>();
    volatile boolean countsTurnsKept;
    private final List<WeakReference<Turn>> turns = new ArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();

    static String id(int number) {
        return "20210310%07d".formatted(number);
    }

    DueList<Answer> list() {
        return new Tests(turns);
    }

    /** How many turns are still held by somebody. */
    private int turnsKept() {
        System.gc();
        return (int) turns.stream().filter(turn -> turn.get() != null).count();
    }

    @QueryHandler
    public Answer handle(Ask query) {
        asked.add(query);
        takenWhenAsked.add(taken.size());
        if (countsTurnsKept) {
            turnsKept.add(turnsKept());
        }
        if (asked.size() > pagesToBeHad) {
            throw Refused.because(reason);
        }
        String after = query.after();
        int first = after == null || stuck ? 1 : Integer.parseInt(after.substring(8)) + 1;
        return new Answer(IntStream.rangeClosed(first, due)
                .limit(query.limit())
                .mapToObj(DueRoom::id)
                .toList());
    }

    @CommandHandler
    public void handle(Take command, MetaData sent) throws Exception {
        if (refused.contains(command.requestId())) {
            throw Refused.because(ErrorCode.CERTIFICATE_NOT_FOUND);
        }
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            meanwhile.handling(command);
        } catch (InterruptedException stopped) {
            interrupted = true;
        } finally {
            atOnce.decrementAndGet();
        }
        metadata.add(sent);
        taken.add(command);
    }

    private record Tests(List<WeakReference<Turn>> kept) implements DueList<Answer> {

        @Override
        public String name() {
            return "tests";
        }

        @Override
        public Object question(@Nullable String after, int limit) {
            return new Ask(after, limit);
        }

        @Override
        public Class<Answer> answerType() {
            return Answer.class;
        }

        @Override
        public List<Turn> turns(Answer answer) {
            List<Turn> turns = answer.requestIds().stream()
                    .map(one -> new Turn(one, List.of(new Take(one, 1), new Take(one, 2))))
                    .toList();
            turns.forEach(turn -> kept.add(new WeakReference<>(turn)));
            return turns;
        }
    }
}
