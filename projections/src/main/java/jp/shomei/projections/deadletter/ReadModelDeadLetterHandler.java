package jp.shomei.projections.deadletter;

import java.util.Optional;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.DeadLetterRetried;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.FindReadModelDeadLetter;
import jp.shomei.contracts.deadletter.ListReadModelDeadLetters;
import jp.shomei.contracts.deadletter.RetryReadModelDeadLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.readmodel.ReadModels;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;

/**
 * An operator's view of the events that read models could not take in. They can be tried again and not be skipped: a
 * document that misses an event would be wrong, and none of those behind it could be taken in.
 */
public final class ReadModelDeadLetterHandler {

    private final ReadModels readModels;

    public ReadModelDeadLetterHandler(ReadModels readModels) {
        this.readModels = readModels;
    }

    /** The first of each aggregate that waits. */
    @QueryHandler
    public DeadLetterPage handle(ListReadModelDeadLetters query) {
        return readModels.blocked().page(query.cursor(), query.limit());
    }

    /** One of them. */
    @QueryHandler
    public Optional<DeadLetterView> handle(FindReadModelDeadLetter query) {
        return readModels.blocked().find(query.id());
    }

    /**
     * Tries one again, and those behind it.
     *
     * @throws Refused with {@link ErrorCode#DEAD_LETTER_NOT_FOUND} or {@link ErrorCode#DEAD_LETTER_BUSY}
     */
    @CommandHandler
    public DeadLetterRetried handle(RetryReadModelDeadLetter command) {
        return readModels.blocked().retry(command.id());
    }
}
