package jp.shomei.ca.escrow;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.escrow.EscrowTable.Row;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.status.RevocationStep;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys escrowed keys when nobody may download them any more: the key first, then the record of it, then the row.
 * After a crash or a failure in between, the row without a key is what the next run goes on from.
 *
 * <p>The day in a row says when to ask; the answer is the certificate's own, since an officer may have allowed the
 * download for longer. If it cannot be asked, the key stays for another day: what is destroyed does not come back.
 */
public final class EscrowedKeyDestruction implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(EscrowedKeyDestruction.class);
    private static final int BATCH = 200;
    private static final Set<ErrorCode> NO_MORE_DOWNLOADS = EnumSet.of(
            ErrorCode.DOWNLOAD_PERIOD_OVER,
            ErrorCode.NOT_ISSUED,
            ErrorCode.ALREADY_REVOKED,
            ErrorCode.CERTIFICATE_EXPIRED);

    private final EscrowTable table;
    private final RequestLocks locks;
    private final CommandGateway gateway;
    private final RevocationSteps steps;

    public EscrowedKeyDestruction(
            EscrowTable table, RequestLocks locks, CommandGateway gateway, RevocationSteps steps) {
        this.table = table;
        this.locks = locks;
        this.gateway = gateway;
        this.steps = steps;
    }

    private enum Verdict {
        /** It may still be downloaded. */
        KEEP,
        /** A renewal has taken its place, and has a key of its own. */
        SUPERSEDED,
        /** Nobody gets it any more. */
        OVER
    }

    @Override
    public String name() {
        return "escrowed-key-destruction";
    }

    @Override
    public void run(LocalDate day) {
        Commands commands = Commands.by("daily-run", gateway);
        List<Row> batch = table.over(day, Row.NONE, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(row -> look(row, day, commands));
            batch = table.over(day, batch.getLast(), BATCH);
        }
    }

    /**
     * Destroys every key kept for a certificate at once, as after its revocation, and records it if there was one. Waits
     * for a download that is under way, so that it leaves no key behind.
     */
    public void destroy(String requestId) {
        Commands commands = Commands.by("reaction", gateway);
        locks.holding(requestId, () -> {
            table.of(requestId).forEach(row -> destroy(row, commands));
            return true;
        });
    }

    private void look(Row row, LocalDate day, Commands commands) {
        try {
            Verdict verdict = locks.holding(row.requestId(), () -> judge(row, day, commands));
            LOG.debug("The key of {}, generation {}: {}", row.requestId(), row.generation(), verdict);
        } catch (RuntimeException failed) {
            LOG.error(
                    "Whether the key of {} is destroyed, and that on record, is not settled; tried again tomorrow",
                    row.requestId(),
                    failed);
        }
    }

    /** Asks and acts in one go: no download is under way meanwhile. */
    private Verdict judge(Row row, LocalDate day, Commands commands) {
        Verdict verdict = verdict(row, day, commands);
        switch (verdict) {
            case KEEP -> {}
            case SUPERSEDED -> table.delete(row.requestId(), row.generation());
            case OVER -> destroy(row, commands);
        }
        return verdict;
    }

    private Verdict verdict(Row row, LocalDate day, Commands commands) {
        try {
            DownloadOrder order = commands.ask(new OpenDownload(row.requestId()), DownloadOrder.class);
            if (order.generation() > row.generation()) {
                return Verdict.SUPERSEDED;
            }
            if (row.destroyed() || order.downloadUntil().isBefore(day)) {
                return Verdict.OVER;
            }
            table.keepUntil(row, order.downloadUntil());
            return Verdict.KEEP;
        } catch (CommandExecutionException refused) {
            if (refused.<Object>getDetails().orElse(null) instanceof Refusal refusal
                    && NO_MORE_DOWNLOADS.contains(refusal.code())) {
                return Verdict.OVER;
            }
            throw refused;
        }
    }

    private void destroy(Row row, Commands commands) {
        table.blank(row);
        steps.reached(RevocationStep.AFTER_KEY_BLANKED, row.requestId());
        commands.tell(new RecordEscrowedKeyDestroyed(row.requestId()));
        steps.reached(RevocationStep.AFTER_KEY_RECORD, row.requestId());
        table.delete(row.requestId(), row.generation());
    }
}
