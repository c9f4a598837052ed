package jp.shomei.projections.certificate.view;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.KeyOrigin;
import jp.shomei.projections.certificate.view.Keys.SignedKey;
import org.junit.jupiter.api.Test;

class CertificateDocumentTest {

    private static final Instant AT = Instant.parse("2021-03-10T00:00:00.123456Z");

    @Test
    void remembersTheTimeOfApplicationAsPreciselyAsItIsStored() {
        assertThat(after(applied(REQUEST)).appliedAt()).isEqualTo(Instant.parse("2021-03-10T00:00:00.123Z"));
    }

    @Test
    void keepsTheSignedKeyUntilTheNextOneIsSigned() {
        CertificateDocument renewing = after(
                applied(REQUEST),
                issued(REQUEST),
                prepared(REQUEST),
                signed(REQUEST),
                new CertificateSigningPrepared(REQUEST, 2, "2c3d", "terminal", KeyOrigin.HOLDER, "00", "AAAA", "11"));
        assertThat(renewing.keys().signed()).isEqualTo(new SignedKey(KeyOrigin.AUTHORITY, "0a1b"));

        CertificateDocument renewed =
                CertificateDocument.on(renewing, new CertificateSigned(REQUEST, 2, "2c3d", "BBBB"), 5, AT);
        assertThat(renewed.keys().signed()).isEqualTo(new SignedKey(KeyOrigin.HOLDER, "2c3d"));
    }

    @Test
    void cannotBeginWithAnythingButAnApplication() {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(issued(REQUEST)))
                .withMessage("a history cannot begin with CertificateIssued");
    }

    @Test
    void cannotBeAppliedForTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(applied(REQUEST), applied(REQUEST)))
                .withMessage("CertificateApplied cannot happen twice");
    }

    @Test
    void cannotBeSignedUnprepared() {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(applied(REQUEST), issued(REQUEST), signed(REQUEST)))
                .withMessage("CertificateSigned without a prepared signing");
    }

    private static CertificateDocument after(CertificateEvent first, CertificateEvent... others) {
        CertificateDocument document = CertificateDocument.on(null, first, 0, AT);
        for (int index = 0; index < others.length; index++) {
            document = CertificateDocument.on(document, others[index], index + 1L, AT);
        }
        return document;
    }
}
