package jp.shomei.command.certificate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import jp.shomei.command.history.Restores;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.certificate.RequestIdsReserved;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Gives out request IDs from a block held in memory, and reserves another block when it is used up. A block is used only
 * once its reservation is committed; what a stop leaves of it becomes a gap.
 */
public final class RequestIdHandler {

    private static final int BLOCK = 100;

    private final Supplier<Repository<RequestIdSequence>> sequences;
    private final Restores restores;
    private final Clock clock;
    private @Nullable RequestIdsReserved block;
    private int next;

    public RequestIdHandler(Supplier<Repository<RequestIdSequence>> sequences, Restores restores, Clock clock) {
        this.sequences = sequences;
        this.restores = restores;
        this.clock = clock;
    }

    @CommandHandler
    public String handle(ReserveRequestId command) throws Exception {
        LocalDate today = JapanTime.today(clock);
        String id = take(today);
        if (id != null) {
            return id;
        }
        Aggregate<RequestIdSequence> sequence =
                sequences.get().loadOrCreate(RequestIdSequence.idOf(today), RequestIdSequence::new);
        String takenMeanwhile = take(today);
        if (takenMeanwhile != null) {
            return takenMeanwhile;
        }
        RequestIdsReserved reserved = sequence.invoke(one -> one.reserve(today, BLOCK, restores.lastRequestNumber()));
        CurrentUnitOfWork.get().afterCommit(committed -> open(reserved));
        return RequestId.of(today, reserved.first());
    }

    private synchronized @Nullable String take(LocalDate today) {
        if (block == null || !block.day().equals(today) || next > block.last()) {
            return null;
        }
        return RequestId.of(today, next++);
    }

    private synchronized void open(RequestIdsReserved reserved) {
        block = reserved;
        next = reserved.first() + 1;
    }
}
