package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.CertificateStatusProjection;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.Interference;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.fixture.PausingTokens;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process pauses in the middle of a batch, for so long that another one takes over, and then goes on with it. */
class LostClaimTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;
    private static final Generation FIRST = new Generation(NAME, 1);

    private final PausingTokens claims = new PausingTokens();
    private final AtomicBoolean slept = new AtomicBoolean();

    @BeforeEach
    void someHistory() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST));
        events.append(downloaded(REQUEST), downloaded(REQUEST), downloaded(REQUEST));
    }

    @Test
    void whatItReadBeforeIsNotWritten() {
        try (ReadModelFixture paused = pausingAt(unitOfWork -> !isLast(unitOfWork));
                ReadModelFixture other = takingOver()) {
            claims.wake();
            Await.until("it has found out", () -> !other.view(NAME).state().equals(State.FAILING));
            events.append(downloaded(REQUEST));
            paused.awaitTakenIn();
            other.awaitTakenIn();

            assertThat(downloads(other)).isEqualTo(5);
            assertThat(other.view(NAME).deadLetters()).isZero();
            assertThat(other.serving(NAME)).isEqualTo(FIRST);
        }
    }

    @Test
    void whatItWroteAllTheSameIsRebuilt() {
        try (ReadModelFixture paused = pausingAt(LostClaimTest::isLast);
                ReadModelFixture other = takingOver()) {
            claims.wake();
            Await.until("it is rebuilt", () -> other.serving(NAME).number() == 2);
            paused.awaitTakenIn();
            other.awaitTakenIn();

            assertThat(downloads(other)).isEqualTo(4);
            Await.until("nothing is left", () -> other.contents(FIRST).isEmpty());
        }
    }

    /** The first pause, of the whole process, is before it handles an event. */
    private ReadModelFixture pausingAt(Predicate<UnitOfWork<?>> moment) {
        ReadModel pausing = Interference.readModel((generation, event) -> {
            if (moment.test(CurrentUnitOfWork.get()) && slept.compareAndSet(false, true)) {
                claims.pause();
                claims.awaitWake();
            }
        });
        ReadModelFixture started = ReadModelFixture.startNode("a", database, events, List.of(pausing), claims::over);
        Await.until("it sleeps", slept::get);
        return started;
    }

    private ReadModelFixture takingOver() {
        ReadModelFixture other = ReadModelFixture.startNode(
                "b", database, events, List.of(CertificateStatusProjection.READ_MODEL), tokens -> tokens);
        events.append(downloaded(REQUEST));
        return other.awaitTakenIn(Duration.ofSeconds(30));
    }

    private static boolean isLast(UnitOfWork<?> unitOfWork) {
        return !(unitOfWork instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage();
    }

    private static int downloads(ReadModelFixture fixture) {
        return fixture.contents(NAME)
                .get("documents")
                .get(REQUEST)
                .get("downloads", Document.class)
                .getInteger("number");
    }
}
