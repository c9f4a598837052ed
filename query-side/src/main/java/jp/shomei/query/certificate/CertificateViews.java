package jp.shomei.query.certificate;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.certificate.RevocationView;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.Issue;
import jp.shomei.projections.certificate.view.Keys.SignedKey;
import jp.shomei.projections.certificate.view.Revoking;
import org.jspecify.annotations.Nullable;

/** Shows a certificate's document as it stands on a day in Japan. */
final class CertificateViews {

    private final RenewalWindow renewal;
    private final Operations operations;

    CertificateViews(RenewalWindow renewal) {
        this.renewal = renewal;
        this.operations = new Operations(renewal);
    }

    /** Its row in the status-lookup table. */
    CertificateView row(CertificateDocument document, LocalDate today) {
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
                signed(document).map(SignedKey::serialNumber).orElse(null),
                operations.of(document, today));
    }

    /**
     * Everything known of it.
     *
     * @param notice where its newest notice is
     * @param review what a decision on it can be bound to
     */
    CertificateDetailView detail(
            CertificateDocument document, LocalDate today, Optional<TrackingView> notice, @Nullable String review) {
        Application application = document.application();
        CertificateState state = document.state(today);
        Optional<Issue> issue = Optional.ofNullable(document.issue());
        return new CertificateDetailView(
                row(document, today),
                state,
                state.label(),
                issue.map(Issue::generation).orElse(1),
                application.institution().value(),
                application.institutionName(),
                application.category().code(),
                application.contact(),
                document.screening().findings(),
                document.screening().rejectionReason(),
                review,
                issue.map(Issue::licenceFee).orElse(null),
                renewableFrom(document),
                signed(document).map(SignedKey::origin).orElse(null),
                document.downloads().number(),
                document.downloads().lastOn(),
                revocation(document.revoking().done()),
                notice.orElse(null));
    }

    private @Nullable LocalDate renewableFrom(CertificateDocument document) {
        Issue issue = document.issue();
        return issue != null && document.status() == CertificateStatus.ISSUED
                ? renewal.firstDay(issue.expiresOn())
                : null;
    }

    private static Optional<SignedKey> signed(CertificateDocument document) {
        return Optional.ofNullable(document.keys().signed());
    }

    private static @Nullable RevocationView revocation(Revoking.@Nullable Done done) {
        return done == null
                ? null
                : new RevocationView(
                        done.reason().rfcName(),
                        done.requester(),
                        done.revokedAt().atZone(JapanTime.ZONE).toOffsetDateTime());
    }
}
