package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.reissued;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.CertificateHistoryView.RecordedEvent;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.certificate.Operation;
import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.deadletter.SkippedEventsView.Skipped;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.projections.fixture.NoticeEvents;
import jp.shomei.query.QueryTest;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindCertificateHistoryTest extends QueryTest {

    private static final Instant APPLICATION = Instant.parse("2021-03-10T00:00:00Z");
    private static final Instant APPROVAL = Instant.parse("2021-03-12T00:00:00Z");
    private static final Instant POSTING = Instant.parse("2021-03-15T00:00:00Z");
    private static final Instant DOWNLOAD = Instant.parse("2021-03-16T00:00:00Z");

    @BeforeEach
    void someHistory() {
        events.setNow(APPLICATION);
        events.append(applied(REQUEST));
        events.setNow(APPROVAL);
        events.append(issued(REQUEST));
        events.append(NoticeEvents.prepared(NOTICE), NoticeEvents.enclosed(NOTICE, REQUEST));
        events.setNow(POSTING);
        events.append(NoticeEvents.dispatched(NOTICE));
        events.setNow(DOWNLOAD);
        events.append(prepared(REQUEST), signed(REQUEST), downloaded(REQUEST));
    }

    @Test
    void tellsEveryEventInOrderWithWhoDidItAndWhen() {
        CertificateHistoryView history = history(null).orElseThrow();

        assertThat(history.requestId()).isEqualTo(REQUEST);
        assertThat(history.state()).isNull();
        assertThat(history.events())
                .extracting(RecordedEvent::type)
                .containsExactly(
                        "CertificateApplied",
                        "CertificateIssued",
                        "CertificateSigningPrepared",
                        "CertificateSigned",
                        "CertificateDownloaded");
        assertThat(history.events().get(1))
                .isEqualTo(new RecordedEvent(
                        1,
                        "CertificateIssued",
                        "1",
                        OffsetDateTime.parse("2021-03-12T09:00:00+09:00"),
                        "officer-1",
                        "officer",
                        issued(REQUEST)));
    }

    @Test
    void tellsNothingOfACertificateThatWasNeverAppliedFor() {
        assertThat(find(new FindCertificateHistory("202103100000099", null), CertificateHistoryView.class))
                .isEmpty();
    }

    @Test
    void tellsNothingOfWhatIsNoCertificate() {
        assertThat(find(new FindCertificateHistory(NOTICE, null), CertificateHistoryView.class))
                .isEmpty();
    }

    @Test
    void tellsWhatReactionsLeftAloneOfItFromThenOn() {
        EventSkipped skipped = new EventSkipped(REQUEST, 1, "CertificateIssued", "event-1", "mail", "電話で連絡済み");
        events.store()
                .publish(new GenericDomainEventMessage<>(
                        "SkippedEvents",
                        EventSkipped.recordOf(REQUEST),
                        0,
                        skipped,
                        Map.of(Metadata.ACTOR, "operator-1", Metadata.ROLE, "operator"),
                        "skip-1",
                        DOWNLOAD));

        assertThat(history(null).orElseThrow().skipped())
                .containsExactly(new Skipped(
                        1,
                        "CertificateIssued",
                        "event-1",
                        "mail",
                        "電話で連絡済み",
                        OffsetDateTime.parse("2021-03-16T09:00:00+09:00"),
                        "operator-1",
                        "operator"));
        assertThat(history(POSTING).orElseThrow().skipped()).isEmpty();
    }

    @Test
    void beforeTheApplicationNothingWasKnown() {
        assertThat(history(APPLICATION.minusMillis(1)))
                .contains(new CertificateHistoryView(REQUEST, List.of(), List.of(), null));
    }

    @Test
    void beforeTheApprovalItWaited() {
        CertificateHistoryView history = history(APPROVAL.minusMillis(1)).orElseThrow();

        assertThat(history.events()).hasSize(1);
        assertThat(history.state().row().status()).isEqualTo(CertificateStatus.WAITING_APPROVAL);
        assertThat(history.state().notice()).isNull();
    }

    @Test
    void fromTheApprovalOnItWasIssuedAndItsNoticePrepared() {
        CertificateHistoryView history = history(APPROVAL).orElseThrow();

        assertThat(history.events()).hasSize(2);
        assertThat(history.state().row().status()).isEqualTo(CertificateStatus.ISSUED);
        assertThat(history.state().row().serialNumber()).isNull();
        assertThat(history.state().notice().status()).isEqualTo(NoticeStatus.PREPARED);
    }

    @Test
    void theStateAsOfNowIsTheOneInTheTable() {
        assertThat(history(DOWNLOAD).orElseThrow().state())
                .isEqualTo(find(new FindCertificate(REQUEST), CertificateDetailView.class)
                        .orElseThrow());
    }

    @Test
    void theStateIsThatOfTheDayAskedForWhateverDayItIsNow() {
        setToday(LocalDate.of(2024, 6, 1));
        assertThat(history(DOWNLOAD).orElseThrow().state().row().operations()).doesNotContain(Operation.RENEW);

        setToday(LocalDate.of(2021, 3, 16));
        assertThat(history(Instant.parse("2024-03-14T14:59:59Z"))
                        .orElseThrow()
                        .state()
                        .row()
                        .operations())
                .doesNotContain(Operation.RENEW);
        assertThat(history(Instant.parse("2024-03-14T15:00:00Z"))
                        .orElseThrow()
                        .state()
                        .row()
                        .operations())
                .contains(Operation.RENEW);
    }

    @Test
    void theNoticeIsTheNewestThatWasKnownThen() {
        String reissue = "4611234567-20210402-1";
        events.setNow(Instant.parse("2021-03-30T00:00:00Z"));
        events.append(reissued(REQUEST));
        events.append(NoticeEvents.prepared(reissue), new NoticeBoxEnclosed(reissue, NoticeEvents.box(REQUEST, 2)));

        assertThat(history(DOWNLOAD).orElseThrow().state().notice().noticeId()).isEqualTo(NOTICE);
        assertThat(history(Instant.parse("2021-03-30T00:00:00Z"))
                        .orElseThrow()
                        .state()
                        .notice()
                        .noticeId())
                .isEqualTo(reissue);
    }

    private Optional<CertificateHistoryView> history(Instant asOf) {
        return find(new FindCertificateHistory(REQUEST, asOf), CertificateHistoryView.class);
    }
}
