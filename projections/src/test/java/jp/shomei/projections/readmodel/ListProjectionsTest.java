package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.projections.Projections;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.fixture.TokenStoreDecorator;
import org.junit.jupiter.api.Test;

class ListProjectionsTest extends MongoTest {

    @Test
    void namesEveryReadModelWithoutPositionBeforeTheFirstEvent() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events)) {
            List<ProjectionView> views =
                    fixture.query(new ListProjections(), ProjectionViews.class).items();

            assertThat(views)
                    .containsExactly(
                            new ProjectionView("certificate-status", State.RUNNING, null, null, null, 0),
                            new ProjectionView("certificate-expiry", State.RUNNING, null, null, null, 0),
                            new ProjectionView("reminder-queue", State.RUNNING, null, null, null, 0),
                            new ProjectionView("notices", State.RUNNING, null, null, null, 0),
                            new ProjectionView("posting-batches", State.RUNNING, null, null, null, 0),
                            new ProjectionView("institutions", State.RUNNING, null, null, null, 0),
                            new ProjectionView("fee-ledger", State.RUNNING, null, null, null, 0),
                            new ProjectionView("ledgers", State.RUNNING, null, null, null, 0));
        }
    }

    @Test
    void tellsThePositionOfAModelThatSawNoneOfItsOwnEvents() {
        events.append(applied(REQUEST), issued(REQUEST));
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            assertThat(fixture.view("notices"))
                    .isEqualTo(new ProjectionView("notices", State.RUNNING, 1L, 1L, null, 0));
        }
    }

    @Test
    void tellsThatAModelIsStopped() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events)) {
            fixture.stopProjections();

            assertThat(fixture.view(CertificateStatusModel.NAME).state()).isEqualTo(State.STOPPED);
        }
    }

    @Test
    void tellsThatAModelIsFailingAndLaterThatItIsNot() {
        AtomicBoolean away = new AtomicBoolean(true);
        events.append(applied(REQUEST));
        try (ReadModelFixture fixture = ReadModelFixture.start(
                database,
                events,
                Projections.READ_MODELS,
                tokens -> new TokenStoreDecorator(tokens, (processor, token) -> {
                    if (away.get()) {
                        throw new IllegalStateException("the store is away");
                    }
                }))) {
            Await.until(
                    "the failure shows",
                    () -> fixture.view(CertificateStatusModel.NAME).state() == State.FAILING);
            away.set(false);
            fixture.awaitTakenIn();
            assertThat(fixture.view(CertificateStatusModel.NAME).state()).isEqualTo(State.RUNNING);
        }
    }
}
