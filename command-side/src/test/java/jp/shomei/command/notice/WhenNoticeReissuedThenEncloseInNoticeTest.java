package jp.shomei.command.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.command.history.Restores;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeBoxEnclosed;
import jp.shomei.contracts.notice.NoticePrepared;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhenNoticeReissuedThenEncloseInNoticeTest {

    private static final LocalDate TOMORROW = LocalDate.of(2021, 3, 12);

    private final Clock clock = Applications.clockAt(Applications.at("2021-03-11T10:00:00"));
    private final DispatchDays days = new DispatchCalendar(ClosingDays.turnOfTheYear());
    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
    private Configuration axon;
    private WhenNoticeReissuedThenEncloseInNotice reaction;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> events)
                .configureAggregate(Notice.class)
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(DispatchDays.class, configuration -> days)
                .registerComponent(PriceTable.class, configuration -> PriceTable.asPublished())
                .start();
        reaction = new WhenNoticeReissuedThenEncloseInNotice(axon.commandGateway(), days, clock);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void theNewNoticeTravelsAloneWithItsEdition() {
        NoticeReissued reissued = reissued(2, TOMORROW);
        reaction.on(reissued);

        String id = "N20210312-0110214822-202103100000001-2";
        assertThat(recorded())
                .containsExactly(
                        new NoticePrepared(
                                id,
                                Applications.CLINIC,
                                Applications.ADDRESS,
                                Applications.CONTACT,
                                TOMORROW,
                                LocalDate.of(2021, 3, 16)),
                        new NoticeBoxEnclosed(
                                id,
                                new NoticeBox(
                                        Applications.REQUEST,
                                        Applications.CLINIC,
                                        "総合受付 端末01",
                                        reissued.issuedOn(),
                                        reissued.expiresOn(),
                                        reissued.downloadUntil(),
                                        2)));
    }

    @Test
    void seeingAnEventTwiceChangesNothingAlsoOnceItIsPosted() {
        reaction.on(reissued(2, TOMORROW));
        axon.commandGateway()
                .sendAndWait(
                        new DispatchNotice("N20210312-0110214822-202103100000001-2", "39960000010", null),
                        5,
                        TimeUnit.SECONDS);
        List<Object> once = recorded();
        reaction.on(reissued(2, TOMORROW));
        assertThat(recorded()).isEqualTo(once);
    }

    @Test
    void everyEditionHasALetterOfItsOwn() {
        reaction.on(reissued(2, TOMORROW));
        reaction.on(reissued(3, TOMORROW));
        assertThat(recorded()).filteredOn(NoticePrepared.class::isInstance).hasSize(2);
    }

    @Test
    void itIsNotTheLetterOfTheIssueThatMissedItsDay() {
        new WhenCertificateIssuedThenEncloseInNotice(axon.commandGateway(), days, Restores.none(), clock)
                .on(issuedTooLate(), Instant.EPOCH);
        reaction.on(reissued(2, LocalDate.of(2021, 3, 10)));
        assertThat(recorded()).filteredOn(NoticePrepared.class::isInstance).hasSize(2);
    }

    @Test
    void whatIsSeenOnlyAfterItsDayTravelsOnTheNext() {
        reaction.on(reissued(2, LocalDate.of(2021, 3, 10)));
        List<Object> once = recorded();
        reaction.on(reissued(2, LocalDate.of(2021, 3, 10)));
        assertThat(once).first().isInstanceOfSatisfying(NoticePrepared.class, prepared -> assertThat(
                        prepared.dispatchOn())
                .isEqualTo(TOMORROW));
        assertThat(recorded()).isEqualTo(once);
    }

    private List<Object> recorded() {
        return events.readEvents(null, false)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private static NoticeReissued reissued(int edition, LocalDate dispatchOn) {
        return new NoticeReissued(
                Applications.REQUEST,
                edition,
                Applications.CLINIC,
                Applications.ADDRESS,
                Applications.CONTACT,
                "総合受付 端末01",
                LocalDate.of(2021, 3, 10),
                LocalDate.of(2024, 6, 10),
                LocalDate.of(2021, 9, 6),
                dispatchOn,
                "紛失",
                LocalDate.of(2021, 3, 11));
    }

    private static CertificateIssued issuedTooLate() {
        CertificateIssued one = Applications.issued(Approval.BY_RULE);
        return new CertificateIssued(
                one.requestId(),
                one.institution(),
                one.category(),
                one.contact(),
                one.terminalName(),
                one.address(),
                one.approval(),
                one.issuedOn(),
                one.expiresOn(),
                one.downloadUntil(),
                LocalDate.of(2021, 3, 10),
                one.licenceFee());
    }
}
