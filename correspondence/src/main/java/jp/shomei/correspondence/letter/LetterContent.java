package jp.shomei.correspondence.letter;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.NoticeBox;
import org.jspecify.annotations.Nullable;

/**
 * What one letter says. It holds reference IDs.
 *
 * @param noticeId the notice
 * @param dispatchOn the day of posting, which is the letter's date
 * @param address where it goes
 * @param addressee to whom
 * @param trackingNumber 書留番号 as printed, 3-2-5-1; absent until the post office has given it
 * @param serial which letter of its batch it is, from 1; absent for a letter printed alone
 * @param issuer 発行者, the common name of the issuing certificate
 * @param boxes what is to be known of each certificate
 */
record LetterContent(
        String noticeId,
        LocalDate dispatchOn,
        PostalAddress address,
        Contact addressee,
        @Nullable String trackingNumber,
        @Nullable Integer serial,
        String issuer,
        List<Box> boxes) {

    LetterContent {
        boxes = List.copyOf(boxes);
    }

    /**
     * One certificate's box.
     *
     * @param of the certificate
     * @param referenceId リファレンスID; secret
     */
    record Box(NoticeBox of, String referenceId) {
        @Override
        public String toString() {
            return "Box[requestId=" + of.requestId() + "]";
        }
    }
}
