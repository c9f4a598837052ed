package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what a day's beginning ends: certificates that have expired, and generations before a renewal whose time beside
 * the new one is over. One certificate that fails keeps no other from its turn; the day is tried again then.
 */
public final class CertificateExpiry implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateExpiry.class);
    private static final int PAGE = 500;
    private static final long DEADLINE_SECONDS = 30;
    private static final MetaData BY_SYSTEM =
            MetaData.with(Metadata.CHANNEL, "daily-run").and(Metadata.ACTOR, Metadata.SYSTEM);

    private final CommandGateway commands;
    private final QueryGateway queries;

    public CertificateExpiry(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public String name() {
        return "expiry";
    }

    /**
     * Records what is due up to and including this day.
     *
     * @throws IllegalStateException if not everything could be recorded, after the rest was
     */
    @Override
    public void run(LocalDate day) {
        Count count = new Count();
        List<Due> page = due(day, null);
        while (!page.isEmpty()) {
            page.forEach(one -> record(one, count));
            page = page.size() < PAGE ? List.of() : due(day, page.getLast().requestId());
        }
        if (count.done + count.failed > 0) {
            LOG.info(
                    "{} certificates with an end on or before {} looked after, {} failed",
                    count.done,
                    day,
                    count.failed);
        }
        if (count.failure != null) {
            throw new IllegalStateException(count.failed + " ends of " + day + " are not on record", count.failure);
        }
    }

    private void record(Due one, Count count) {
        try {
            if (one.retirement()) {
                send(new RetirePreviousKey(one.requestId()));
            }
            if (one.expiry()) {
                send(new ExpireCertificate(one.requestId()));
            }
            count.done++;
        } catch (RuntimeException failed) {
            LOG.error("The end of {} could not be recorded", one.requestId(), failed);
            count.failed++;
            count.failure = failed;
        }
    }

    private void send(Object command) {
        commands.sendAndWait(new GenericCommandMessage<>(command, BY_SYSTEM), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private List<Due> due(LocalDate day, @Nullable String after) {
        try {
            List<Due> page = queries.query(new ListDueCertificates(day, after, PAGE), DueCertificates.class)
                    .get(DEADLINE_SECONDS, TimeUnit.SECONDS)
                    .items();
            if (after != null && !page.isEmpty() && page.getLast().requestId().compareTo(after) <= 0) {
                throw new IllegalStateException("the list of due certificates does not go on after " + after);
            }
            return page;
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the list of due certificates is not to be had", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the list of due certificates came", stopped);
        }
    }

    private static final class Count {

        private int done;
        private int failed;
        private @Nullable RuntimeException failure;
    }
}
