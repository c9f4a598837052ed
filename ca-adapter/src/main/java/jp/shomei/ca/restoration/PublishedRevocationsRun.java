package jp.shomei.ca.restoration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.Revocation;
import jp.shomei.contracts.certificate.RevokeAsPublished;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts on record again what was taken over from published revocation lists after a restore. What the history knows nothing
 * of has no record to be put on; it stays in the register and is named every day.
 */
public final class PublishedRevocationsRun implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedRevocationsRun.class);
    private static final int BATCH = 100;

    private final PublishedRevocationTable table;
    private final CertificateRegister register;
    private final RegisterCatchUp catchUp;
    private final CommandGateway gateway;

    public PublishedRevocationsRun(
            PublishedRevocationTable table,
            CertificateRegister register,
            RegisterCatchUp catchUp,
            CommandGateway gateway) {
        this.table = table;
        this.register = register;
        this.catchUp = catchUp;
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "published-revocations";
    }

    /**
     * Gives the commands.
     *
     * @throws IllegalStateException if the register has not yet taken in which certificates there are
     */
    @Override
    public void run(LocalDate day) {
        List<Revocation> batch = table.after("", BATCH);
        if (!batch.isEmpty() && !catchUp.isDone()) {
            throw new IllegalStateException("the register has not yet taken in everything that is on record");
        }
        Commands commands = Commands.by(Metadata.RESTORE, gateway);
        long unknown = 0;
        while (!batch.isEmpty()) {
            unknown += batch.stream().filter(one -> !record(one, commands)).count();
            batch = table.after(batch.getLast().serialNumber(), BATCH);
        }
        if (unknown > 0) {
            LOG.warn(
                    "{} serial number(s) are revoked by a published list alone: nothing else is on record of them",
                    unknown);
        }
    }

    private boolean record(Revocation revocation, Commands commands) {
        Optional<String> requestId = register.requestIdOf(revocation.serialNumber());
        requestId.ifPresent(known -> {
            commands.tell(new RevokeAsPublished(
                    known, revocation.serialNumber(), revocation.reason(), revocation.revokedAt()));
            table.remove(revocation.serialNumber());
            LOG.info("Revocation of {} is on record again, for {}", revocation.serialNumber(), known);
        });
        return requestId.isPresent();
    }
}
