package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.DOWNLOAD_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.contactChanged;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.endorsed;
import static jp.shomei.projections.fixture.CertificateEvents.extended;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.reminded;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.retired;
import static jp.shomei.projections.fixture.CertificateEvents.revocationDeclined;
import static jp.shomei.projections.fixture.CertificateEvents.revocationRequested;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.LIST;
import static jp.shomei.projections.fixture.FeeEvents.accepted;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.closed;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.totals;
import static jp.shomei.projections.fixture.NoticeEvents.NOTICE;
import static jp.shomei.projections.fixture.NoticeEvents.dispatched;
import static jp.shomei.projections.fixture.NoticeEvents.enclosed;
import static jp.shomei.projections.fixture.NoticeEvents.resent;
import static jp.shomei.projections.fixture.NoticeEvents.returned;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.reminder.ReminderKind;
import jp.shomei.projections.Projections;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.CertificateEvents;
import jp.shomei.projections.fixture.FeeEvents;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.fixture.NoticeEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedeliveryTest extends MongoTest {

    private static final String A_THIRD_REQUEST = "202103100000003";

    @BeforeEach
    void someHistory() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST), downloaded(REQUEST));
        events.append(contactChanged(REQUEST), extended(REQUEST), revocationRequested(REQUEST));
        events.append(revocationDeclined(REQUEST), renewed(REQUEST), retired(REQUEST), revocationRequested(REQUEST));
        events.append(applied(ANOTHER_REQUEST));
        events.append(applied(A_THIRD_REQUEST), endorsed(A_THIRD_REQUEST), issued(A_THIRD_REQUEST));
        events.append(reminded(A_THIRD_REQUEST, ReminderKind.DOWNLOAD, DOWNLOAD_UNTIL, 30));
        events.append(prepared(A_THIRD_REQUEST), renewed(A_THIRD_REQUEST), revoked(A_THIRD_REQUEST));
        events.append(
                NoticeEvents.prepared(NOTICE),
                enclosed(NOTICE, REQUEST),
                dispatched(NOTICE),
                returned(NOTICE),
                resent(NOTICE));
        events.append(downloaded(REQUEST), downloaded(REQUEST));
        events.append(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500), failed(BILL, 1));
        events.append(instructed(BILL, 2, 1_500), settled(BILL, 2, 1_500));
        events.append(closingBegun(LEDGER), closed(LEDGER, totals(), LIST));
        events.append(accepted(LEDGER, LIST, 1, 1), FeeEvents.applied(LEDGER, LIST));
        events.append(accepted(LEDGER, "0b".repeat(32), 1, 1));
    }

    @Test
    void everyEventDeliveredTwiceLeavesTheSameDocuments() {
        Map<String, Object> once = contentsAfterStart();

        database.getCollection("tokens").drop();

        assertThat(contentsAfterStart()).isEqualTo(once);
    }

    @Test
    void everyReadModelIsTheSameAfterARebuild() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            Map<String, Object> before = contents(fixture);
            for (ReadModel readModel : Projections.READ_MODELS) {
                fixture.send(new ReplayProjection(readModel.name()));
            }
            Await.until("all are rebuilt", () -> Projections.READ_MODELS.stream()
                    .allMatch(readModel -> fixture.serving(readModel.name()).number() == 2));

            assertThat(contents(fixture)).isEqualTo(before);
        }
    }

    @Test
    void anEmptyDatabaseIsFilledAgainFromTheFirstEvent() {
        Map<String, Object> before = contentsAfterStart();

        database.drop();

        assertThat(contentsAfterStart()).isEqualTo(before);
    }

    @Test
    void aDatabaseEmptiedWhileTheSystemRunsIsFilledAgain() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            Map<String, Object> before = contents(fixture);

            database.drop();

            Await.until("the documents are back", () -> contents(fixture).equals(before));
            events.append(CertificateEvents.cancelled(ANOTHER_REQUEST));
            Await.until(
                    "later events are taken in",
                    () -> contents(fixture).toString().contains("CANCELLED"));
        }
    }

    private Map<String, Object> contentsAfterStart() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            for (ReadModel readModel : Projections.READ_MODELS) {
                assertThat(fixture.view(readModel.name()).deadLetters()).isZero();
            }
            return contents(fixture);
        }
    }

    private static Map<String, Object> contents(ReadModelFixture fixture) {
        return Projections.READ_MODELS.stream()
                .collect(Collectors.toMap(ReadModel::name, readModel -> fixture.contents(readModel.name())));
    }
}
