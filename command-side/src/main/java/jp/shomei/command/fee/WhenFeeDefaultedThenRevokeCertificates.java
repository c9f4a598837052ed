package jp.shomei.command.fee;

import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.certificate.RevokeForNonPayment;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Certificates whose fees were not paid are revoked (失効). Done twice it does nothing, since what is revoked stays so; a
 * certificate that does not exist keeps none of the others.
 */
@ProcessingGroup("nonpayment-revocation")
@DisallowReplay
public final class WhenFeeDefaultedThenRevokeCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(WhenFeeDefaultedThenRevokeCertificates.class);
    private static final long DEADLINE_SECONDS = 30;

    private final CommandGateway commands;

    public WhenFeeDefaultedThenRevokeCertificates(CommandGateway commands) {
        this.commands = commands;
    }

    @EventHandler
    public void on(FeeDefaulted event) {
        event.requestIds().forEach(requestId -> revoke(event.billId(), requestId));
    }

    private void revoke(String billId, String requestId) {
        try {
            commands.sendAndWait(
                    new GenericCommandMessage<>(new RevokeForNonPayment(requestId), Metadata.BY_REACTION),
                    DEADLINE_SECONDS,
                    TimeUnit.SECONDS);
        } catch (AggregateNotFoundException none) {
            LOG.warn("Bill {} was not paid, but its certificate {} does not exist", billId, requestId);
        }
    }
}
