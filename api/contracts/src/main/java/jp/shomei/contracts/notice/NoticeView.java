package jp.shomei.contracts.notice;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * A notice.
 *
 * @param noticeId the notice
 * @param institution ten-digit code or insurer number
 * @param address where it goes
 * @param addressee to whom
 * @param dispatchOn the day of posting, printed on the notice
 * @param promisedBy the last day on which it can be posted as promised
 * @param status 発送状況
 * @param statusLabel its Japanese label
 * @param trackingNumber printed 3-2-5-1 once posted
 * @param dispatchedOn when it was posted
 * @param deliveredOn when it was delivered
 * @param returnedOn when it came back
 * @param returnReason why it came back
 * @param batchId the posting batch it was printed in; none before, and none for a notice to be posted once more
 * @param contacts what officers did since it came back
 * @param boxes the boxes of its certificates
 */
public record NoticeView(
        String noticeId,
        String institution,
        PostalAddress address,
        Contact addressee,
        LocalDate dispatchOn,
        LocalDate promisedBy,
        NoticeStatus status,
        String statusLabel,
        @Nullable String trackingNumber,
        @Nullable LocalDate dispatchedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate returnedOn,
        @Nullable String returnReason,
        @Nullable String batchId,
        List<AddresseeContact> contacts,
        List<NoticeBox> boxes) {

    /**
     * An attempt to reach the addressee of a returned notice.
     *
     * @param means how
     * @param outcome what came of it
     * @param on the day in Japan
     */
    public record AddresseeContact(ContactMeans means, String outcome, LocalDate on) {}
}
