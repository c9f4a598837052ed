package jp.shomei.ca.escrow;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys escrowed keys when the download period is over: the key first, then the record of it, then the row. After a
 * crash or a failure in between, the row without a key is what the next run goes on from.
 */
public final class EscrowedKeyDestruction implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(EscrowedKeyDestruction.class);
    private static final int BATCH = 200;

    private final EscrowTable table;
    private final CommandGateway gateway;

    public EscrowedKeyDestruction(EscrowTable table, CommandGateway gateway) {
        this.table = table;
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "escrowed-key-destruction";
    }

    @Override
    public void run(LocalDate day) {
        Commands commands = Commands.by("daily-run", gateway);
        List<String> batch = table.over(day, "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(requestId -> destroy(requestId, commands));
            batch = table.over(day, batch.getLast(), BATCH);
        }
    }

    /** Destroys the key kept for a certificate at once, as after its revocation, and records it if there was one. */
    public void destroy(String requestId) {
        if (table.has(requestId)) {
            blankAndRecord(requestId, Commands.by("reaction", gateway));
            table.delete(requestId);
        }
    }

    private void blankAndRecord(String requestId, Commands commands) {
        table.blank(requestId);
        commands.tell(new RecordEscrowedKeyDestroyed(requestId));
    }

    private void destroy(String requestId, Commands commands) {
        try {
            blankAndRecord(requestId, commands);
        } catch (RuntimeException failed) {
            LOG.error(
                    "The key of {} is destroyed, but that is not yet on record; tried again tomorrow",
                    requestId,
                    failed);
            return;
        }
        table.delete(requestId);
    }
}
