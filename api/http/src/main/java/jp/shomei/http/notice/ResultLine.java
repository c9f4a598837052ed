package jp.shomei.http.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.notice.TrackingNumber;
import jp.shomei.http.message.Parameters;
import jp.shomei.http.upload.CsvRows.Fields;

/**
 * A line of what the forwarding agent reports.
 *
 * @param noticeId the notice; the tracking number is no key, since the post office uses numbers again
 * @param command what is to be recorded
 * @param suspicious whether the tracking number can hardly be one
 */
record ResultLine(String noticeId, Object command, boolean suspicious) {
    /** The columns, in this or any other order. */
    static final String HEADER = "noticeId,trackingNumber,result,on,reason";

    /**
     * Reads a line.
     *
     * @throws jp.shomei.contracts.refusal.Refused if no notice can have this ID, or result or day are wrong; whether the
     *     rest is right is seen when it is recorded
     */
    static ResultLine read(Fields fields) {
        String noticeId = NoticeIds.known(noticeId(fields));
        Parameters typed = new Parameters();
        Optional<Result> result = typed.choice("result", fields.in("result").strip(), List.of(Result.values()));
        LocalDate on = typed.optionalDate("on", fields.in("on").strip()).orElse(null);
        typed.check();
        String trackingNumber = fields.in("trackingNumber").strip();
        return switch (result.orElseThrow()) {
            case DISPATCHED ->
                new ResultLine(
                        noticeId, new DispatchNotice(noticeId, trackingNumber, on), isSuspicious(trackingNumber));
            case DELIVERED -> new ResultLine(noticeId, new DeliverNotice(noticeId, on), false);
            case RETURNED -> new ResultLine(noticeId, new ReturnNotice(noticeId, fields.in("reason"), on), false);
        };
    }

    /** The notice a line speaks of, as it is written there. */
    static String noticeId(Fields fields) {
        return fields.in("noticeId").strip();
    }

    private static boolean isSuspicious(String trackingNumber) {
        String digits = TrackingNumber.digits(trackingNumber);
        return TrackingNumber.isWellFormed(digits) && !TrackingNumber.isPlausible(digits);
    }

    private enum Result {
        DISPATCHED,
        DELIVERED,
        RETURNED
    }
}
