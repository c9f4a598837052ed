package jp.shomei.command.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.notice.AddresseeContacted;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.PostageIncurred;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What is on record of a notice's way since it was last to be posted, and of its ways before. The aggregate and its member
 * share it: they read it to decide, and nothing but an event changes it.
 */
final class PostingRecord {

    private @Nullable InstitutionCode institution;
    private final List<String> requestIds = new ArrayList<>();
    private boolean everPosted;
    private LocalDate dispatchOn = LocalDate.MIN;
    private LocalDate dispatchedOn = LocalDate.MIN;
    private NoticeStatus status = NoticeStatus.PREPARED;
    private final List<NoticeEvent> reports = new ArrayList<>();
    private final Set<NoticeEvent> earlierReports = new HashSet<>();

    /** Where the notice is. */
    NoticeStatus status() {
        return status;
    }

    /**
     * Refuses what cannot be done where the notice is.
     *
     * @throws Refused with that code
     */
    void require(NoticeStatus needed, ErrorCode otherwise) {
        if (status != needed) {
            throw Refused.because(otherwise, status.label());
        }
    }

    /** Whether it was ever posted, on this way or one before. */
    boolean wasEverPosted() {
        return everPosted;
    }

    /** What posting it has cost, on the day it was posted. */
    PostageIncurred postage(String noticeId, PriceTable prices) {
        if (institution == null) {
            throw new IllegalStateException("a notice begins with its addressee");
        }
        return new PostageIncurred(noticeId, institution, requestIds, prices.postageOn(dispatchedOn), dispatchedOn);
    }

    /** Takes in what happened. */
    void on(NoticeEvent event) {
        switch (event) {
            case NoticePrepared prepared -> {
                institution = prepared.institution();
                toBePostedOn(prepared.dispatchOn());
            }
            case NoticeResent resent -> toBePostedOn(resent.dispatchOn());
            case NoticeDispatched dispatched -> {
                everPosted = true;
                dispatchedOn = dispatched.dispatchedOn();
                reported(dispatched, NoticeStatus.DISPATCHED);
            }
            case NoticeDelivered delivered -> reported(delivered, NoticeStatus.DELIVERED);
            case NoticeReturned returned -> reported(returned, NoticeStatus.RETURNED);
            case NoticeBoxEnclosed enclosed -> requestIds.add(enclosed.box().requestId());
            case NoticePrinted aside -> {}
            case PostageIncurred aside -> {}
            case AddresseeContacted aside -> {}
        }
    }

    /** Whether a report that names no day is on record, whatever its day. */
    boolean hasOnAnyDay(NoticeEvent report) {
        return reports.stream().anyMatch(known -> isSameButForTheDay(known, report));
    }

    /**
     * Whether a report is on record just so. One of an earlier way counts unless it is meant for the present one: a list
     * of results may be sent again after the notice was to be posted once more.
     *
     * @param day the day it names
     * @param needed where the notice must be for it to be taken in
     */
    boolean has(NoticeEvent report, LocalDate day, NoticeStatus needed) {
        return reports.contains(report) || earlierReports.contains(report) && !isOfPresentWay(day, needed);
    }

    private boolean isOfPresentWay(LocalDate day, NoticeStatus needed) {
        LocalDate begin = status == NoticeStatus.PREPARED ? dispatchOn : dispatchedOn;
        return status == needed && !day.isBefore(begin);
    }

    /** The first day that can be told of what happens next. */
    LocalDate earliest(LocalDate today) {
        if (status != NoticeStatus.PREPARED) {
            return dispatchedOn;
        }
        return dispatchOn.isAfter(today) ? today : dispatchOn;
    }

    private void toBePostedOn(LocalDate day) {
        status = NoticeStatus.PREPARED;
        dispatchOn = day;
        earlierReports.addAll(reports);
        reports.clear();
    }

    private void reported(NoticeEvent report, NoticeStatus now) {
        status = now;
        reports.add(report);
    }

    private static boolean isSameButForTheDay(NoticeEvent known, NoticeEvent report) {
        if (known instanceof NoticeDispatched one && report instanceof NoticeDispatched other) {
            return one.trackingNumber().equals(other.trackingNumber());
        }
        if (known instanceof NoticeReturned one && report instanceof NoticeReturned other) {
            return one.reason().equals(other.reason());
        }
        return known instanceof NoticeDelivered && report instanceof NoticeDelivered;
    }
}
