package jp.shomei.query.certificate;

import jp.shomei.contracts.certificate.ApplicationReview;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.projections.certificate.view.CertificateDocument;
import org.jspecify.annotations.Nullable;

/** What an officer who is shown a waiting application decides on. */
final class Reviews {

    private Reviews() {}

    /** To be sent back with the decision, which then holds only if nothing has changed. */
    static String digest(CertificateDocument waiting, @Nullable Registration filed) {
        return new ApplicationReview(waiting.application(), waiting.screening().findings(), filed).digest();
    }
}
