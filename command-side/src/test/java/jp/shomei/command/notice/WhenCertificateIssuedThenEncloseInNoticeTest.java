package jp.shomei.command.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.command.history.Restores;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticeEvent;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.PrintNotice;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhenCertificateIssuedThenEncloseInNoticeTest {

    private final Clock clock = Applications.clockAt(Applications.at("2021-03-11T10:00:00"));
    private final DispatchDays days = new DispatchCalendar(ClosingDays.turnOfTheYear());
    private Configuration axon;
    private WhenCertificateIssuedThenEncloseInNotice reaction;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Notice.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(DispatchDays.class, configuration -> days)
                .registerComponent(PriceTable.class, configuration -> PriceTable.asPublished())
                .start();
        reaction = new WhenCertificateIssuedThenEncloseInNotice(axon.commandGateway(), days, Restores.none(), clock);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void certificatesOfOneAddresseeAndDayShareALetter() {
        reaction.on(issued("202103100000001"), Instant.EPOCH);
        reaction.on(issued("202103100000002"), Instant.EPOCH);
        assertThat(events())
                .hasSize(3)
                .filteredOn(NoticePrepared.class::isInstance)
                .hasSize(1);
    }

    @Test
    void seeingAnEventTwiceChangesNothing() {
        reaction.on(issued("202103100000001"), Instant.EPOCH);
        List<NoticeEvent> once = events();
        reaction.on(issued("202103100000001"), Instant.EPOCH);
        assertThat(events()).isEqualTo(once);
    }

    @Test
    void aCertificateThatMissedItsLetterTravelsAloneOnTheNextDay() {
        travelsAloneAfter(notice -> new DispatchNotice(notice, "39960000010", null));
    }

    @Test
    void aCertificateWhoseLetterIsPrintedTravelsAloneOnTheNextDay() {
        travelsAloneAfter(notice -> new PrintNotice(notice, "B20210311-1"));
    }

    private void travelsAloneAfter(Function<String, Object> whatHappens) {
        reaction.on(issued("202103100000001"), Instant.EPOCH);
        String left = events().get(0).noticeId();
        axon.commandGateway().sendAndWait(whatHappens.apply(left), 5, TimeUnit.SECONDS);

        reaction.on(issued("202103100000002"), Instant.EPOCH);

        List<NoticeEvent> events = events().stream()
                .filter(event -> !event.noticeId().equals(left))
                .toList();
        assertThat(events.get(0)).isInstanceOfSatisfying(NoticePrepared.class, prepared -> {
            assertThat(prepared.dispatchOn()).isEqualTo("2021-03-12");
        });
        assertThat(events.get(1)).isInstanceOfSatisfying(NoticeBoxEnclosed.class, enclosed -> assertThat(
                        enclosed.box().requestId())
                .isEqualTo("202103100000002"));
    }

    @Test
    void aCertificateThatIsSeenOnlyAfterItsDayTravelsOnTheNext() {
        reaction.on(issued("202103100000001", LocalDate.of(2021, 3, 10)), Instant.EPOCH);
        List<NoticeEvent> once = events();
        reaction.on(issued("202103100000001", LocalDate.of(2021, 3, 10)), Instant.EPOCH);

        assertThat(once).hasSize(2).first().isInstanceOfSatisfying(NoticePrepared.class, prepared -> assertThat(
                        prepared.dispatchOn())
                .isEqualTo("2021-03-12"));
        assertThat(events()).isEqualTo(once);
    }

    private List<NoticeEvent> events() {
        return axon.eventStore()
                .openStream(null)
                .asStream()
                .limit(count())
                .map(event -> (NoticeEvent) event.getPayload())
                .toList();
    }

    private long count() {
        return axon.eventStore().createHeadToken() == null
                ? 0
                : axon.eventStore().createHeadToken().position().orElse(-1) + 1;
    }

    private static CertificateIssued issued(String requestId) {
        return issued(requestId, Applications.issued(Approval.BY_RULE).dispatchOn());
    }

    private static CertificateIssued issued(String requestId, LocalDate dispatchOn) {
        CertificateIssued one = Applications.issued(Approval.BY_RULE);
        return new CertificateIssued(
                requestId,
                one.institution(),
                one.category(),
                one.contact(),
                one.terminalName(),
                one.address(),
                one.approval(),
                one.issuedOn(),
                one.expiresOn(),
                one.downloadUntil(),
                dispatchOn,
                one.licenceFee());
    }
}
