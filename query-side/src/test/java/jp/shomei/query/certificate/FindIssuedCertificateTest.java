package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.CONTACT;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.EXTENDED_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.contactChanged;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.expired;
import static jp.shomei.projections.fixture.CertificateEvents.extended;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateState;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindIssuedCertificateTest extends QueryTest {

    @BeforeEach
    void issue() {
        events.append(applied(REQUEST), issued(REQUEST));
    }

    @Test
    void itShowsTheContactAndTerminalNameThatHoldNow() {
        events.append(contactChanged(REQUEST));

        assertThat(certificate().contact()).isEqualTo(CONTACT);
        assertThat(certificate().row())
                .returns("医事課", CertificateView::contactName)
                .returns("受付３", CertificateView::terminalName);
    }

    @Test
    void itWaitsForTheDownloadUntilThePeriodIsOver() {
        setToday(DOWNLOAD_UNTIL);
        assertThat(certificate())
                .returns(CertificateState.NOT_DOWNLOADED, CertificateDetailView::state)
                .returns("ダウンロード待ち", CertificateDetailView::stateLabel);

        setToday(DOWNLOAD_UNTIL.plusDays(1));
        assertThat(certificate().state()).isEqualTo(CertificateState.DOWNLOAD_PERIOD_OVER);
        assertThat(certificate().row().status()).isEqualTo(CertificateStatus.ISSUED);
    }

    @Test
    void aLongerDownloadPeriodIsShownAndWaitedFor() {
        events.append(extended(REQUEST));
        setToday(DOWNLOAD_UNTIL.plusDays(1));

        assertThat(certificate().row().downloadUntil()).isEqualTo(EXTENDED_UNTIL);
        assertThat(certificate().state()).isEqualTo(CertificateState.NOT_DOWNLOADED);
    }

    @Test
    void onceDownloadedItIsSoWhateverBecomesOfThePeriod() {
        events.append(prepared(REQUEST), signed(REQUEST), downloaded(REQUEST));
        setToday(DOWNLOAD_UNTIL.plusDays(1));

        assertThat(certificate().state()).isEqualTo(CertificateState.DOWNLOADED);
    }

    @Test
    void itCanBeRenewedInTheLastDaysOfItsValidity() {
        setToday(LocalDate.of(2024, 3, 14));
        assertThat(operations()).doesNotContain(Operation.RENEW);

        setToday(LocalDate.of(2024, 3, 15));
        assertThat(operations()).containsExactly(Operation.DETAIL, Operation.UPDATE, Operation.REVOKE, Operation.RENEW);

        setToday(EXPIRES_ON);
        assertThat(operations()).contains(Operation.RENEW);
    }

    @Test
    void nothingCanBeDoneAfterItsLastDayThoughTheExpiryIsNotRecordedYet() {
        setToday(EXPIRES_ON.plusDays(1));

        assertThat(operations()).containsExactly(Operation.DETAIL);
        assertThat(certificate().row().status()).isEqualTo(CertificateStatus.ISSUED);
    }

    @Test
    void anExpiryLeavesTheDatesAndNothingToBeDone() {
        events.append(expired(REQUEST));

        assertThat(certificate())
                .returns(CertificateState.EXPIRED, CertificateDetailView::state)
                .returns(null, CertificateDetailView::renewableFrom);
        assertThat(certificate().row())
                .returns(CertificateStatus.EXPIRED, CertificateView::status)
                .returns("失効済み", CertificateView::statusLabel)
                .returns(EXPIRES_ON, CertificateView::expiresOn)
                .returns(List.of(Operation.DETAIL), CertificateView::operations);
    }

    private List<Operation> operations() {
        return certificate().row().operations();
    }

    private CertificateDetailView certificate() {
        return find(new FindCertificate(REQUEST), CertificateDetailView.class).orElseThrow();
    }
}
