package jp.shomei.app.axon;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.DeadLetterRetried;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.deadletter.FindReactionDeadLetter;
import jp.shomei.contracts.deadletter.ListReactionDeadLetters;
import jp.shomei.contracts.deadletter.RecordEventSkipped;
import jp.shomei.contracts.deadletter.RetryReactionDeadLetter;
import jp.shomei.contracts.deadletter.SkipReactionDeadLetter;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** An operator's view of the events that reactions could not act on. */
final class DeadReactionHandler {

    private static final long LONGEST_SECONDS = 10;

    private final DeadReactions dead;
    private final CommandGateway commands;

    DeadReactionHandler(DeadReactions dead, CommandGateway commands) {
        this.dead = dead;
        this.commands = commands;
    }

    /** The first of each aggregate that waits. */
    @QueryHandler
    DeadLetterPage handle(ListReactionDeadLetters query) {
        return dead.blocked().page(query.cursor(), query.limit());
    }

    /** One of them. */
    @QueryHandler
    Optional<DeadLetterView> handle(FindReactionDeadLetter query) {
        return dead.blocked().find(query.id());
    }

    /**
     * Tries one again, and those behind it.
     *
     * @throws Refused with {@link ErrorCode#DEAD_LETTER_NOT_FOUND} or {@link ErrorCode#DEAD_LETTER_BUSY}
     */
    @CommandHandler
    DeadLetterRetried handle(RetryReactionDeadLetter command) {
        return dead.blocked().retry(command.id());
    }

    /**
     * Leaves one alone for good, and tries those behind it. It is recorded before it is taken out: a crash in between leaves
     * it to be skipped again, which records nothing more.
     *
     * @throws Refused with {@link ErrorCode#DEAD_LETTER_NOT_FOUND} or {@link ErrorCode#DEAD_LETTER_BUSY}
     */
    @CommandHandler
    DeadLetterRetried handle(SkipReactionDeadLetter command, MetaData origin) {
        MetaData operator = origin.subset(Metadata.ACTOR, Metadata.ROLE, Metadata.CHANNEL);
        return dead.blocked()
                .skip(
                        command.id(),
                        skipped -> commands.sendAndWait(
                                GenericCommandMessage.asCommandMessage(
                                                RecordEventSkipped.of(skipped(skipped, command.reason())))
                                        .withMetaData(operator),
                                LONGEST_SECONDS,
                                TimeUnit.SECONDS));
    }

    private static EventSkipped skipped(DeadLetterView view, String reason) {
        return new EventSkipped(
                Objects.requireNonNullElse(view.aggregate(), view.id().sequence()),
                Objects.requireNonNullElse(view.sequence(), 0L),
                view.eventType(),
                view.id().eventId(),
                view.id().group(),
                reason);
    }
}
