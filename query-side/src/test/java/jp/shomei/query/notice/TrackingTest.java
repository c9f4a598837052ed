package jp.shomei.query.notice;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static jp.shomei.projections.fixture.NoticeEvents.TRACKING;
import static jp.shomei.projections.fixture.NoticeEvents.enclosed;
import static jp.shomei.projections.fixture.NoticeEvents.prepared;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.notice.NoticeDispatched;
import jp.shomei.contracts.notice.TrackingView;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackingTest extends QueryTest {

    private static final LocalDate POSTED = LocalDate.of(2021, 9, 11);
    private static final LocalDate LAST = LocalDate.of(2021, 11, 10);
    private static final String NUMBER = "399-60-00001-0";

    @BeforeEach
    void prepare() {
        events.append(applied(REQUEST), issued(REQUEST));
        events.append(prepared(NOTICE, POSTED, POSTED.plusDays(4)), enclosed(NOTICE, REQUEST));
    }

    @Test
    void endsWithTheSixtiethDayAfterThePosting() {
        events.append(new NoticeDispatched(NOTICE, TRACKING, true, POSTED));

        assertThat(on(POSTED))
                .returns(NUMBER, TrackingView::trackingNumber)
                .returns(LAST, TrackingView::trackableUntil);
        assertThat(on(LAST)).returns(NUMBER, TrackingView::trackingNumber);
        assertThat(on(LAST.plusDays(1)))
                .returns(null, TrackingView::trackingNumber)
                .returns(LAST, TrackingView::trackableUntil);
    }

    @Test
    void hasNoEndBeforeThePosting() {
        assertThat(on(POSTED)).returns(null, TrackingView::trackingNumber).returns(null, TrackingView::trackableUntil);
    }

    @Test
    void isShownToAnAuditorAsItWasThen() {
        events.append(new NoticeDispatched(NOTICE, TRACKING, true, POSTED));
        setToday(LAST.plusYears(1));

        assertThat(asOf("2021-11-10T14:59:59Z")).returns(NUMBER, TrackingView::trackingNumber);
        assertThat(asOf("2021-11-10T15:00:00Z")).returns(null, TrackingView::trackingNumber);
    }

    private TrackingView on(LocalDate today) {
        setToday(today);
        return Objects.requireNonNull(find(new FindCertificate(REQUEST), CertificateDetailView.class)
                .orElseThrow()
                .notice());
    }

    private TrackingView asOf(String instant) {
        CertificateDetailView known = find(
                        new FindCertificateHistory(REQUEST, Instant.parse(instant)), CertificateHistoryView.class)
                .orElseThrow()
                .state();
        return Objects.requireNonNull(Objects.requireNonNull(known).notice());
    }
}
