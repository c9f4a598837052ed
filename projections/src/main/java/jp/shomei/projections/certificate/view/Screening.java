package jp.shomei.projections.certificate.view;

import java.util.List;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How an application was looked at (審査).
 *
 * @param findings what screening found
 * @param endorsed whether the first of two officers has approved
 * @param rejectionReason why it was rejected
 */
public record Screening(
        List<Finding> findings, boolean endorsed, @Nullable String rejectionReason) {

    static final Screening NONE = new Screening(List.of(), false, null);

    public Screening {
        findings = List.copyOf(findings);
    }

    Screening after(ApplicationReferred referred) {
        return new Screening(referred.findings(), endorsed, rejectionReason);
    }

    Screening endorse() {
        return new Screening(findings, true, rejectionReason);
    }

    Screening after(CertificateRejected rejected) {
        return new Screening(findings, endorsed, rejected.reason());
    }
}
