package jp.shomei.correspondence.letter;

import java.time.Duration;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Waiting;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Gives commands on somebody's behalf and waits until they are done, never without a deadline. */
final class Commands {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final CommandGateway gateway;
    private final MetaData behalf;

    private Commands(CommandGateway gateway, MetaData behalf) {
        this.gateway = gateway;
        this.behalf = behalf;
    }

    /** On behalf of whoever caused the message that is being handled on this thread. */
    static Commands onBehalfOfSender(CommandGateway gateway) {
        return new Commands(gateway, CurrentUnitOfWork.correlationData().and(Metadata.CHANNEL, "reaction"));
    }

    /**
     * Gives a command whose answer does not matter, once it is there.
     *
     * @throws Refused as the command was, or if no answer comes in time
     */
    void tell(Object command) {
        Waiting.on(gateway.send(new GenericCommandMessage<>(command, behalf)), DEADLINE);
    }
}
