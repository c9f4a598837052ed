package jp.shomei.http.notice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.NoticeView.AddresseeContact;
import org.jspecify.annotations.Nullable;

/**
 * A notice as the mailroom sees it; see {@link NoticeView}.
 *
 * @param boxes what is printed for each of its certificates
 */
@Schema(name = "Notice")
public record NoticeJson(
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
        List<Box> boxes) {

    /**
     * The box of one certificate.
     *
     * @param requestId リクエストID
     * @param referenceId リファレンスID; secret, and only on the notice that is to be printed
     * @param commonName 発行先
     * @param terminalName 端末名称等
     * @param validFrom first day of validity
     * @param validUntil last day of validity
     * @param downloadUntil ダウンロードサイト有効期限
     * @param edition which reference ID it holds: 1 for the first notice, one more for each that replaces a lost one
     * @param issuer 発行者; only on the notice that is to be printed
     */
    @Schema(name = "NoticeBox")
    public record Box(
            String requestId,
            @Nullable String referenceId,
            String commonName,
            String terminalName,
            LocalDate validFrom,
            LocalDate validUntil,
            LocalDate downloadUntil,
            int edition,
            @Nullable String issuer) {
        @Override
        public String toString() {
            return "Box[requestId=" + requestId + "]";
        }
    }

    /** A notice without what is secret. */
    static NoticeJson of(NoticeView view) {
        return of(view, Map.of(), null);
    }

    /** A notice to be printed. */
    static NoticeJson of(NoticeView view, Map<String, String> referenceIds, @Nullable String issuer) {
        return new NoticeJson(
                view.noticeId(),
                view.institution(),
                view.address(),
                view.addressee(),
                view.dispatchOn(),
                view.promisedBy(),
                view.status(),
                view.statusLabel(),
                view.trackingNumber(),
                view.dispatchedOn(),
                view.deliveredOn(),
                view.returnedOn(),
                view.returnReason(),
                view.batchId(),
                view.contacts(),
                view.boxes().stream()
                        .map(box -> box(box, referenceIds.get(box.requestId()), issuer))
                        .toList());
    }

    private static Box box(NoticeBox box, @Nullable String referenceId, @Nullable String issuer) {
        return new Box(
                box.requestId(),
                referenceId,
                box.holder().value(),
                box.terminalName(),
                box.validFrom(),
                box.validUntil(),
                box.downloadUntil(),
                box.edition(),
                issuer);
    }
}
