package jp.shomei.app.distributed;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.commandhandling.gateway.RetryScheduler;

/** Sends commands to other nodes; whoever sent one is refused as if its handler were here. */
final class FarCommandGateway extends DefaultCommandGateway {

    FarCommandGateway(CommandBus bus, RetryScheduler conflicts) {
        super(builder().commandBus(bus).retryScheduler(conflicts));
    }

    @Override
    public <C, R> void send(C command, CommandCallback<? super C, ? super R> callback) {
        super.<C, R>send(command, (sent, answer) -> callback.onResult(sent, arrived(answer)));
    }

    private static <R> CommandResultMessage<? extends R> arrived(CommandResultMessage<? extends R> answer) {
        return answer.isExceptional()
                ? new GenericCommandResultMessage<>(
                        PlainRefusals.arrived(answer.exceptionResult()), answer.getMetaData())
                : answer;
    }
}
