package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.Interference;
import jp.shomei.projections.fixture.Interference.Killed;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;
    private static final Generation FIRST = new Generation(NAME, 1);
    private static final Generation SECOND = new Generation(NAME, 2);

    private final AtomicBoolean held = new AtomicBoolean();
    private final AtomicBoolean dying = new AtomicBoolean();
    private final AtomicInteger deaths = new AtomicInteger();
    private final AtomicBoolean poisoned = new AtomicBoolean();

    /** Interferes with the second generation, at an event in the middle of the history. */
    private final ReadModel readModel = Interference.readModel((generation, event) -> {
        if (event instanceof CertificateCancelled && poisoned.get()) {
            throw new IllegalArgumentException("cannot be taken in");
        }
        if (event instanceof CertificateCancelled && generation.equals(SECOND)) {
            if (dying.get()) {
                deaths.incrementAndGet();
                throw new Killed();
            }
            Await.until("the rebuild may go on", () -> !held.get());
        }
    });

    @BeforeEach
    void someHistory() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST));
        events.append(applied(ANOTHER_REQUEST), cancelled(ANOTHER_REQUEST));
        events.append(downloaded(REQUEST), downloaded(REQUEST));
    }

    @Test
    void leavesTheDocumentsAsTheyWere() {
        try (ReadModelFixture fixture = start()) {
            Map<String, Map<Object, Document>> before = fixture.contents(NAME);

            fixture.send(new ReplayProjection(NAME));
            awaitRebuilt(fixture);

            assertThat(fixture.serving(NAME)).isEqualTo(SECOND);
            assertThat(fixture.contents(NAME)).isEqualTo(before);
        }
    }

    @Test
    void dropsTheGenerationThatAnsweredBefore() {
        try (ReadModelFixture fixture = start()) {
            fixture.send(new ReplayProjection(NAME));
            awaitRebuilt(fixture);

            assertThat(fixture.contents(FIRST)).isEmpty();
            assertThat(database.getCollection("tokens").find(new Document("processorName", FIRST.name())))
                    .isEmpty();
        }
    }

    @Test
    void canBeDoneAgainAndAgain() {
        try (ReadModelFixture fixture = start()) {
            Map<String, Map<Object, Document>> before = fixture.contents(NAME);
            for (int time = 0; time < 3; time++) {
                fixture.send(new ReplayProjection(NAME));
                awaitRebuilt(fixture);
            }
            assertThat(fixture.serving(NAME)).isEqualTo(new Generation(NAME, 4));
            assertThat(fixture.contents(NAME)).isEqualTo(before);
        }
    }

    @Test
    void queriesAreAnsweredFromACompleteAndLiveTableThroughout() {
        held.set(true);
        try (ReadModelFixture fixture = start()) {
            ServedReadModel<CertificateStatusModel> served = CertificateStatusModel.served(database);
            ProjectionView begun = fixture.send(new ReplayProjection(NAME));
            assertThat(begun.state()).isEqualTo(State.REPLAYING);

            events.append(downloaded(REQUEST));
            Await.until("the event is seen while the rebuild is held", () -> downloads(served) == 3);
            assertThat(fixture.view(NAME)).returns(State.REPLAYING, ProjectionView::state);
            assertThat(fixture.view(NAME).progress()).isBetween(0.0, 0.99);

            List<Integer> seen = new ArrayList<>();
            held.set(false);
            Await.until("it is rebuilt", () -> {
                seen.add(downloads(served));
                return isRebuilt(fixture).getAsBoolean();
            });
            assertThat(seen).isNotEmpty().containsOnly(3);
            assertThat(downloads(served)).isEqualTo(3);
            events.append(downloaded(REQUEST));
            Await.until("events go on being taken in", () -> downloads(served) == 4);
        }
    }

    @Test
    void goesOnAfterTheProcessWasKilledInTheMiddle() {
        dying.set(true);
        Map<String, Map<Object, Document>> before;
        try (ReadModelFixture killed = start()) {
            before = killed.contents(NAME);
            killed.send(new ReplayProjection(NAME));
            Await.until("the rebuild has died", () -> deaths.get() > 0);
            // however many batches it came to before
            assertThat(killed.contents(SECOND)).isNotEqualTo(before);
            assertThat(killed.serving(NAME)).isEqualTo(FIRST);
        }
        dying.set(false);

        try (ReadModelFixture restarted = start()) {
            awaitRebuilt(restarted);
            assertThat(restarted.serving(NAME)).isEqualTo(SECOND);
            assertThat(restarted.contents(NAME)).isEqualTo(before);
        }
    }

    @Test
    void clearsWhatAKilledProcessLeftOfADroppedGeneration() {
        database.getCollection(new Generation(NAME, 7).collection("documents")).insertOne(new Document("_id", "x"));

        try (ReadModelFixture fixture = start()) {
            assertThat(fixture.contents(new Generation(NAME, 7))).isEmpty();
            assertThat(fixture.contents(NAME)).isNotEmpty();
        }
    }

    @Test
    void forgetsDeadLettersSinceTheirEventsAreTakenInAnew() {
        poisoned.set(true);
        try (ReadModelFixture fixture = start()) {
            assertThat(fixture.view(NAME).deadLetters()).isOne();
            poisoned.set(false);
            fixture.send(new ReplayProjection(NAME));
            awaitRebuilt(fixture);

            assertThat(fixture.view(NAME).deadLetters()).isZero();
            assertThat(database.getCollection("dead-letters").countDocuments()).isZero();
            assertThat(fixture.contents(NAME)
                            .get("documents")
                            .get(ANOTHER_REQUEST)
                            .getString("status"))
                    .isEqualTo("CANCELLED");
        }
    }

    @Test
    void isRefusedWhileOneIsRunning() {
        held.set(true);
        try (ReadModelFixture fixture = start()) {
            fixture.send(new ReplayProjection(NAME));

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> fixture.send(new ReplayProjection(NAME)))
                    .returns(ErrorCode.REPLAY_RUNNING, refused -> refused.refusal()
                            .code());
            held.set(false);
            awaitRebuilt(fixture);
        }
    }

    @Test
    void isRefusedForAReadModelThereIsNot() {
        try (ReadModelFixture fixture = start()) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> fixture.send(new ReplayProjection("no-such-model")))
                    .returns(ErrorCode.PROJECTION_NOT_FOUND, refused -> refused.refusal()
                            .code());
        }
    }

    private ReadModelFixture start() {
        return ReadModelFixture.start(database, events, List.of(readModel), tokens -> tokens)
                .awaitTakenIn();
    }

    private static int downloads(ServedReadModel<CertificateStatusModel> served) {
        return served.answer(model -> {
            CertificateDocument document =
                    model.documents().find(new Document("_id", REQUEST)).first();
            return document == null ? -1 : document.downloads().number();
        });
    }

    private static void awaitRebuilt(ReadModelFixture fixture) {
        Await.until("it is rebuilt", isRebuilt(fixture));
    }

    private static BooleanSupplier isRebuilt(ReadModelFixture fixture) {
        return () -> fixture.view(NAME).state() == State.RUNNING;
    }
}
