package jp.shomei.query.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.Issue;

/** What may be done with a certificate now (図表12). */
final class Operations {

    private final RenewalWindow renewal;

    Operations(RenewalWindow renewal) {
        this.renewal = renewal;
    }

    /** What may be done on this day in Japan. */
    List<Operation> of(CertificateDocument document, LocalDate today) {
        return switch (document.status()) {
            case WAITING_APPROVAL -> List.of(Operation.DETAIL, Operation.CANCEL);
            case ISSUED -> ofIssued(document, today);
            case REJECTED, CANCELLED, REVOKED, EXPIRED -> List.of(Operation.DETAIL);
        };
    }

    private List<Operation> ofIssued(CertificateDocument document, LocalDate today) {
        Issue issue = document.issue();
        if (issue == null || document.isLapsed(today)) {
            return List.of(Operation.DETAIL);
        }
        // also while an officer's request waits: a holder who reports a theft must not wait for anybody
        List<Operation> operations = new ArrayList<>(List.of(Operation.DETAIL, Operation.UPDATE, Operation.REVOKE));
        if (renewal.isOpen(today, issue.expiresOn())) {
            operations.add(Operation.RENEW);
        }
        return List.copyOf(operations);
    }
}
