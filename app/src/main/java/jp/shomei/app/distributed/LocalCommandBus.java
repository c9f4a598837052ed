package jp.shomei.app.distributed;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The commands that this node handles. If another node has changed the same aggregate meanwhile, as happens while nodes come
 * and go, the command is handled again with what is known now. Refusals leave in a form that arrives.
 */
final class LocalCommandBus extends SimpleCommandBus {

    private static final int TRIES = 4;

    LocalCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        dispatch(command, callback, TRIES - 1);
    }

    private <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback, int left) {
        super.<C, R>dispatch(command, (handled, answer) -> {
            if (left > 0 && answer.isExceptional() && answer.exceptionResult() instanceof ConcurrencyException) {
                this.<C, R>dispatch(command, callback, left - 1);
            } else {
                callback.onResult(handled, leaving(answer));
            }
        });
    }

    private static <R> CommandResultMessage<? extends R> leaving(CommandResultMessage<? extends R> answer) {
        return answer.isExceptional()
                ? new GenericCommandResultMessage<>(
                        PlainRefusals.leaving(answer.exceptionResult()), answer.getMetaData())
                : answer;
    }
}
