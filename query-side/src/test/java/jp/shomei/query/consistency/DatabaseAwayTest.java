package jp.shomei.query.consistency;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.EventLog;
import jp.shomei.projections.fixture.FerretDb;
import jp.shomei.projections.fixture.FerretDbAtHand;
import jp.shomei.query.QuerySide;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The read models' database goes away while the system runs, and comes back. */
@ExtendWith(FerretDbAtHand.class)
class DatabaseAwayTest {

    private static final Duration CATCHING_UP = Duration.ofSeconds(60);

    private final EventLog events = new EventLog();

    @Test
    void questionsAreRefusedMeanwhileAndNothingIsLost() {
        events.append(applied(REQUEST), issued(REQUEST));
        try (FerretDb server = FerretDb.start();
                MongoClient client = MongoClients.create(server.uri() + "?serverSelectionTimeoutMS=300");
                ReadModelFixture fixture =
                        ReadModelFixture.start(client.getDatabase("away"), events, handlers(client))) {
            fixture.awaitTakenIn(CATCHING_UP);

            server.goAway();
            assertThat(refusal(() -> find(fixture, REQUEST)))
                    .isEqualTo(Refusal.of(ErrorCode.TEMPORARILY_UNAVAILABLE, "5"));
            assertThat(refusal(() -> fixture.view("certificate-status")))
                    .isEqualTo(Refusal.of(ErrorCode.TEMPORARILY_UNAVAILABLE, "5"));
            assertThat(refusal(() -> fixture.send(new ReplayProjection("certificate-status"))))
                    .isEqualTo(Refusal.of(ErrorCode.TEMPORARILY_UNAVAILABLE, "5"));
            events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));

            server.comeBack();
            Await.until("the last event is shown", CATCHING_UP, () -> isIssued(fixture, ANOTHER_REQUEST));
            assertThat(find(fixture, REQUEST)).isPresent();
        }
    }

    private static Optional<CertificateDetailView> find(ReadModelFixture fixture, String requestId) {
        return fixture.query(
                new FindCertificate(requestId), ResponseTypes.optionalInstanceOf(CertificateDetailView.class), null);
    }

    private static boolean isIssued(ReadModelFixture fixture, String requestId) {
        try {
            return find(fixture, requestId)
                    .filter(certificate -> certificate.row().status() == CertificateStatus.ISSUED)
                    .isPresent();
        } catch (Refused notYet) {
            return false;
        }
    }

    private static Refusal refusal(Runnable question) {
        return catchThrowableOfType(HandlerExecutionException.class, question::run)
                .<Refusal>getDetails()
                .orElseThrow();
    }

    private static ConfigurerModule handlers(MongoClient client) {
        return new QuerySide()
                .queryHandlers(
                        client.getDatabase("away"),
                        RenewalWindow.AS_PUBLISHED,
                        Clock.fixed(Instant.parse("2021-03-16T03:00:00Z"), JapanTime.ZONE));
    }
}
