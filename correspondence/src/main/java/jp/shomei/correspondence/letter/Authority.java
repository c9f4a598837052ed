package jp.shomei.correspondence.letter;

import java.util.List;
import java.util.Map;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.DeriveReferenceIds.Edition;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.correspondence.question.Questions;

/** What only the authority knows of a letter. */
final class Authority {

    private final Questions questions;

    Authority(Questions questions) {
        this.questions = questions;
    }

    /** 発行者: the common name of the certificate with which the authority issues today. */
    String issuer() {
        return questions
                .ask(new FindAuthorityCertificates(), AuthorityCertificatesView.class)
                .issuerName();
    }

    /**
     * The boxes with their reference IDs.
     *
     * @throws IllegalStateException if the authority leaves one out
     */
    List<LetterContent.Box> complete(List<NoticeBox> boxes) {
        List<Edition> editions = boxes.stream()
                .map(box -> new Edition(box.requestId(), box.edition()))
                .toList();
        Map<String, String> references = questions
                .ask(new DeriveReferenceIds(editions), ReferenceIdsView.class)
                .byRequestId();
        return boxes.stream().map(box -> complete(box, references)).toList();
    }

    private static LetterContent.Box complete(NoticeBox box, Map<String, String> references) {
        String reference = references.get(box.requestId());
        if (reference == null) {
            throw new IllegalStateException("no reference ID for " + box.requestId());
        }
        return new LetterContent.Box(box, reference);
    }
}
