package jp.shomei.projections.notice.view;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.AddresseeContacted;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeDelivered;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.NoticePrinted;
import jp.shomei.contracts.notice.NoticeResent;
import jp.shomei.contracts.notice.NoticeReturned;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView.AddresseeContact;
import jp.shomei.contracts.notice.PostageIncurred;
import org.jspecify.annotations.Nullable;

/** What each event changes in a notice's document. */
final class NoticeFold {

    private final String noticeId;
    private final InstitutionCode institution;
    private final PostalAddress address;
    private final Contact addressee;
    private LocalDate dispatchOn;
    private LocalDate promisedBy;
    private NoticeStatus status = NoticeStatus.PREPARED;
    private @Nullable String trackingNumber;
    private @Nullable LocalDate dispatchedOn;
    private @Nullable LocalDate deliveredOn;
    private @Nullable LocalDate returnedOn;
    private @Nullable String returnReason;
    private @Nullable String batchId;
    private List<AddresseeContact> contacts = List.of();
    private List<NoticeBox> boxes = List.of();

    private NoticeFold(NoticePrepared prepared) {
        noticeId = prepared.noticeId();
        institution = prepared.institution();
        address = prepared.address();
        addressee = prepared.addressee();
        dispatchOn = prepared.dispatchOn();
        promisedBy = prepared.promisedBy();
    }

    private NoticeFold(NoticeDocument document) {
        noticeId = document.noticeId();
        institution = document.institution();
        address = document.address();
        addressee = document.addressee();
        dispatchOn = document.dispatchOn();
        promisedBy = document.promisedBy();
        status = document.status();
        trackingNumber = document.trackingNumber();
        dispatchedOn = document.dispatchedOn();
        deliveredOn = document.deliveredOn();
        returnedOn = document.returnedOn();
        returnReason = document.returnReason();
        batchId = document.batchId();
        contacts = document.contacts();
        boxes = document.boxes();
    }

    static NoticeDocument apply(@Nullable NoticeDocument before, NoticeEvent event, long sequence) {
        if (before != null) {
            NoticeFold fold = new NoticeFold(before);
            fold.on(event);
            return fold.document(sequence);
        }
        if (event instanceof NoticePrepared prepared) {
            return new NoticeFold(prepared).document(sequence);
        }
        throw new IllegalStateException("a history cannot begin with " + name(event));
    }

    private void on(NoticeEvent event) {
        switch (event) {
            case NoticePrepared again -> throw new IllegalStateException(name(again) + " cannot happen twice");
            case NoticeBoxEnclosed enclosed ->
                boxes = Stream.concat(boxes.stream(), Stream.of(enclosed.box())).toList();
            case NoticeDispatched dispatched -> {
                status = NoticeStatus.DISPATCHED;
                trackingNumber = dispatched.trackingNumber();
                dispatchedOn = dispatched.dispatchedOn();
            }
            case NoticeDelivered delivered -> {
                status = NoticeStatus.DELIVERED;
                deliveredOn = delivered.deliveredOn();
            }
            case NoticeReturned returned -> {
                status = NoticeStatus.RETURNED;
                returnedOn = returned.returnedOn();
                returnReason = returned.reason();
            }
            case NoticePrinted printed -> batchId = printed.batchId();
            case AddresseeContacted contacted ->
                contacts = Stream.concat(
                                contacts.stream(),
                                Stream.of(new AddresseeContact(
                                        contacted.means(), contacted.outcome(), contacted.contactedOn())))
                        .toList();
            case NoticeResent resent -> toBePostedOn(resent.dispatchOn());
            // what it cost is the ledger's matter
            case PostageIncurred aside -> {}
        }
    }

    private void toBePostedOn(LocalDate day) {
        status = NoticeStatus.PREPARED;
        dispatchOn = day;
        promisedBy = day;
        batchId = null;
        contacts = List.of();
        trackingNumber = null;
        dispatchedOn = null;
        deliveredOn = null;
        returnedOn = null;
        returnReason = null;
    }

    private NoticeDocument document(long version) {
        return new NoticeDocument(
                noticeId,
                version,
                institution,
                address,
                addressee,
                dispatchOn,
                promisedBy,
                status,
                trackingNumber,
                dispatchedOn,
                deliveredOn,
                returnedOn,
                returnReason,
                batchId,
                contacts,
                boxes);
    }

    private static String name(NoticeEvent event) {
        return event.getClass().getSimpleName();
    }
}
