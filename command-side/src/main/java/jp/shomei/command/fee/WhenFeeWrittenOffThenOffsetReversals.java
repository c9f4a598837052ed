package jp.shomei.command.fee;

import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.OffsetReversal;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * What was taken back of a bill that is given up is set off where it waits: nobody is paid out what never came in. Done
 * before a month is closed, like all that changes what its bills come to; done twice it does nothing.
 */
@ProcessingGroup("fee-charging")
@DisallowReplay
public final class WhenFeeWrittenOffThenOffsetReversals {

    private static final long DEADLINE_SECONDS = 30;

    private final CommandGateway commands;

    public WhenFeeWrittenOffThenOffsetReversals(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    public void on(FeeWrittenOff event) {
        for (Offset offset : event.offsets()) {
            OffsetReversal command =
                    new OffsetReversal(offset.billId(), event.billId(), offset.amount(), event.writtenOffOn());
            commands.sendAndWait(
                    new GenericCommandMessage<>(command, Metadata.BY_REACTION), DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
