package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.ISSUED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.RENEWED_EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.RENEWED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewalPrepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewalSigned;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.retired;
import static jp.shomei.projections.fixture.CertificateEvents.revocationDeclined;
import static jp.shomei.projections.fixture.CertificateEvents.revocationRequested;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevocationView;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an issued certificate: revoked, renewed. */
class FindCertificateAfterItsIssueTest extends QueryTest {

    @BeforeEach
    void issue() {
        events.append(applied(REQUEST), issued(REQUEST));
    }

    @Test
    void itStaysIssuedWhileARequestToRevokeWaitsAndItsHolderNeedNotWait() {
        events.append(prepared(REQUEST), signed(REQUEST), downloaded(REQUEST), revocationRequested(REQUEST));

        assertThat(certificate())
                .returns(CertificateState.REVOCATION_REQUESTED, CertificateDetailView::state)
                .returns("失効承認待ち", CertificateDetailView::stateLabel)
                .returns(null, CertificateDetailView::revocation);
        assertThat(certificate().row())
                .returns(CertificateStatus.ISSUED, CertificateView::status)
                .returns(List.of(Operation.DETAIL, Operation.UPDATE, Operation.REVOKE), CertificateView::operations);
    }

    @Test
    void aDeclinedRequestLeavesItAsItWas() {
        events.append(prepared(REQUEST), signed(REQUEST), downloaded(REQUEST));
        CertificateDetailView before = certificate();
        events.append(revocationRequested(REQUEST), revocationDeclined(REQUEST));

        assertThat(certificate()).isEqualTo(before);
    }

    @Test
    void aRevocationLeavesTheDatesAndShowsHowItCame() {
        events.append(prepared(REQUEST), signed(REQUEST), revocationRequested(REQUEST), revoked(REQUEST));

        assertThat(certificate())
                .returns(CertificateState.REVOKED, CertificateDetailView::state)
                .returns(null, CertificateDetailView::renewableFrom)
                .returns(
                        new RevocationView(
                                "keyCompromise",
                                RevocationRequester.INSTITUTION,
                                OffsetDateTime.parse("2021-05-06T10:02:03.123+09:00")),
                        CertificateDetailView::revocation);
        assertThat(certificate().row())
                .returns(CertificateStatus.REVOKED, CertificateView::status)
                .returns("失効済み", CertificateView::statusLabel)
                .returns(ISSUED_ON, CertificateView::issuedOn)
                .returns(EXPIRES_ON, CertificateView::expiresOn)
                .returns(DOWNLOAD_UNTIL, CertificateView::downloadUntil)
                .returns("0a1b", CertificateView::serialNumber)
                .returns(List.of(Operation.DETAIL), CertificateView::operations);
    }

    @Test
    void aRenewalBeginsANewGenerationAndShowsTheOldSerialNumberUntilTheNewOneIsSigned() {
        events.append(prepared(REQUEST), signed(REQUEST), downloaded(REQUEST), renewed(REQUEST));
        setToday(RENEWED_ON);

        assertThat(certificate())
                .returns(2, CertificateDetailView::generation)
                .returns(CertificateState.NOT_DOWNLOADED, CertificateDetailView::state)
                .returns(1, CertificateDetailView::downloads)
                .returns(LocalDate.of(2027, 5, 4), CertificateDetailView::renewableFrom);
        assertThat(certificate().row())
                .returns(RENEWED_ON, CertificateView::issuedOn)
                .returns(RENEWED_EXPIRES_ON, CertificateView::expiresOn)
                .returns("0a1b", CertificateView::serialNumber);

        events.append(renewalPrepared(REQUEST));
        assertThat(certificate().row().serialNumber()).isEqualTo("0a1b");
        events.append(renewalSigned(REQUEST));
        assertThat(certificate().row().serialNumber()).isEqualTo("2c3d");
        assertThat(certificate().state()).isEqualTo(CertificateState.NOT_DOWNLOADED);
        events.append(downloaded(REQUEST));
        assertThat(certificate().state()).isEqualTo(CertificateState.DOWNLOADED);
    }

    @Test
    void theRetirementOfTheGenerationBeforeChangesNothingThatIsShown() {
        events.append(prepared(REQUEST), signed(REQUEST), renewed(REQUEST));
        CertificateDetailView before = certificate();
        events.append(retired(REQUEST));

        assertThat(certificate()).isEqualTo(before);
    }

    private CertificateDetailView certificate() {
        return find(new FindCertificate(REQUEST), CertificateDetailView.class).orElseThrow();
    }
}
