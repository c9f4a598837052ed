package jp.shomei.query.certificate;

import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateDocument.Issue;
import jp.shomei.projections.certificate.view.CertificateDocument.SignedKey;

/** Shows a certificate's document. */
final class CertificateViews {

    private CertificateViews() {}

    /** Its row in the status-lookup table. */
    static CertificateView row(CertificateDocument document) {
        Optional<Issue> issue = Optional.ofNullable(document.issue());
        Application application = document.application();
        return new CertificateView(
                document.requestId(),
                document.appliedOn(),
                application.contact().name(),
                application.terminalName(),
                document.status(),
                document.status().label(),
                application.institution().value(),
                issue.map(Issue::issuedOn).orElse(null),
                issue.map(Issue::expiresOn).orElse(null),
                issue.map(Issue::downloadUntil).orElse(null),
                Optional.ofNullable(document.key()).map(SignedKey::serialNumber).orElse(null),
                operations(document.status()));
    }

    /** Everything known of it. */
    static CertificateDetailView detail(CertificateDocument document, Optional<TrackingView> notice) {
        Application application = document.application();
        return new CertificateDetailView(
                row(document),
                document.state(),
                document.state().label(),
                document.generation(),
                application.institution().value(),
                application.institutionName(),
                application.category().code(),
                application.contact(),
                document.findings(),
                document.rejectionReason(),
                null,
                Optional.ofNullable(document.issue()).map(Issue::licenceFee).orElse(null),
                null,
                Optional.ofNullable(document.key()).map(SignedKey::origin).orElse(null),
                document.downloads(),
                document.lastDownloadedOn(),
                null,
                notice.orElse(null));
    }

    private static List<Operation> operations(CertificateStatus status) {
        return switch (status) {
            case WAITING_APPROVAL -> List.of(Operation.DETAIL, Operation.CANCEL);
            case ISSUED, REJECTED, CANCELLED, REVOKED, EXPIRED -> List.of(Operation.DETAIL);
        };
    }
}
