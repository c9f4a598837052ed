package jp.shomei.ca.dispatch;

import java.time.Duration;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Waiting;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Gives commands on somebody's behalf and waits for the answers, never without a deadline. Whatever is refused comes
 * back unchanged.
 */
public final class Commands {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final CommandGateway gateway;
    private final MetaData behalf;

    private Commands(CommandGateway gateway, MetaData behalf) {
        this.gateway = gateway;
        this.behalf = behalf;
    }

    /** On behalf of whoever sent the message that is being handled on this thread. */
    public static Commands onBehalfOfSender(CommandGateway gateway) {
        return new Commands(gateway, CurrentUnitOfWork.correlationData());
    }

    /** Through this channel, for whoever caused the event that is being handled; if there is none, for the system itself. */
    public static Commands by(String channel, CommandGateway gateway) {
        MetaData origin = MetaData.with(Metadata.CHANNEL, channel);
        return new Commands(
                gateway, CurrentUnitOfWork.isStarted() ? origin : origin.and(Metadata.ACTOR, Metadata.SYSTEM));
    }

    /**
     * Gives a command and waits for its answer.
     *
     * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if none comes in time
     */
    public <R> R ask(Object command, Class<R> answer) {
        return answer.cast(Waiting.on(gateway.send(new GenericCommandMessage<>(command, behalf)), DEADLINE));
    }

    /** Gives a command whose answer does not matter, once it is there. */
    public void tell(Object command) {
        tell(command, DEADLINE);
    }

    /** Gives a command whose answer does not matter, once it is there, and that may take so long. */
    public void tell(Object command, Duration deadline) {
        Waiting.on(gateway.send(new GenericCommandMessage<>(command, behalf)), deadline);
    }
}
