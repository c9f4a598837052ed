package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.certificate.RequestIdsReserved;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The running number of one day's applications. Reserves blocks, so that it is not asked for every application. */
public class RequestIdSequence {

    @AggregateIdentifier
    private @Nullable String id;

    private int last;

    /** The identifier of a day's sequence. */
    static String idOf(LocalDate day) {
        return "request-ids-" + day;
    }

    /**
     * Reserves the next numbers of the day.
     *
     * @param skipped up to this number none is reserved any more
     *
     * @throws Refused with {@code TEMPORARILY_UNAVAILABLE} when the day's ten million are used up
     */
    RequestIdsReserved reserve(LocalDate day, int count, int skipped) {
        int taken = Math.max(last, skipped);
        if (taken >= RequestId.GREATEST_NUMBER) {
            throw Refused.because(ErrorCode.TEMPORARILY_UNAVAILABLE);
        }
        RequestIdsReserved reserved =
                new RequestIdsReserved(day, taken + 1, Math.min(taken + count, RequestId.GREATEST_NUMBER));
        apply(reserved);
        return reserved;
    }

    @EventSourcingHandler
    void on(RequestIdsReserved event) {
        id = idOf(event.day());
        last = event.last();
    }
}
