package jp.shomei.projections.notice.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView.AddresseeContact;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One mailed notice: the sum of its events. What is known of a posting is forgotten when the notice is to be posted once
 * more.
 *
 * @param noticeId the notice
 * @param version sequence number of the last event taken in
 * @param institution the institution
 * @param address where it goes
 * @param addressee to whom
 * @param dispatchOn the day of posting
 * @param promisedBy the last day on which it can be posted as promised
 * @param status 発送状況
 * @param trackingNumber its digits, once posted
 * @param dispatchedOn when it was posted
 * @param deliveredOn when it was delivered
 * @param returnedOn when it came back
 * @param returnReason why it came back
 * @param batchId the posting batch it was printed in
 * @param contacts what officers did since it came back
 * @param boxes the boxes of its certificates
 */
public record NoticeDocument(
        @BsonId String noticeId,
        long version,
        InstitutionCode institution,
        PostalAddress address,
        Contact addressee,
        LocalDate dispatchOn,
        LocalDate promisedBy,
        NoticeStatus status,
        @Nullable String trackingNumber,
        @Nullable LocalDate dispatchedOn,
        @Nullable LocalDate deliveredOn,
        @Nullable LocalDate returnedOn,
        @Nullable String returnReason,
        @Nullable String batchId,
        List<AddresseeContact> contacts,
        List<NoticeBox> boxes)
        implements VersionedDocument {

    /** After so many days something should have been heard of a posted notice. */
    private static final int DAYS_UNTIL_HEARD_OF = 14;

    public NoticeDocument {
        contacts = List.copyOf(contacts);
        boxes = List.copyOf(boxes);
    }

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the notice's history
     * @throws IllegalStateException if such an event cannot follow
     */
    public static NoticeDocument on(@Nullable NoticeDocument before, NoticeEvent event, long sequence) {
        return NoticeFold.apply(before, event, sequence);
    }

    /** From which day on somebody has to see to it; empty if nobody has. */
    public Optional<LocalDate> since(NoticeWork work) {
        return switch (work) {
            case TO_POST -> when(status == NoticeStatus.PREPARED && batchId == null, dispatchOn);
            case RETURNED -> when(status == NoticeStatus.RETURNED, returnedOn);
            case LATE ->
                when(status == NoticeStatus.PREPARED, promisedBy.plusDays(1))
                        .or(() -> when(status == NoticeStatus.DISPATCHED, dispatchedOn)
                                .map(day -> day.plusDays(DAYS_UNTIL_HEARD_OF)));
        };
    }

    /** The {@code _id} of the block in which it is to be seen to; empty if it is not. */
    public Optional<String> blockOf(NoticeWork work) {
        return since(work)
                .map(day ->
                        Beginning.OF_NOTICE_ID.block(day, noticeId, work.name()).text());
    }

    private static Optional<LocalDate> when(boolean so, @Nullable LocalDate day) {
        return so ? Optional.ofNullable(day) : Optional.empty();
    }

    @Override
    public String id() {
        return noticeId;
    }
}
