package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;

import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.readmodel.view.Generation;
import org.junit.jupiter.api.Test;

/** Two processes over the same read models, of which one keeps each. */
class TwoProcessesTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;

    @Test
    void bothTellHowFarTheReadModelsAre() {
        try (ReadModelFixture one = ReadModelFixture.startNode("one", database, events);
                ReadModelFixture other = ReadModelFixture.startNode("other", database, events)) {
            events.append(applied(REQUEST), issued(REQUEST));

            one.awaitTakenIn();
            other.awaitTakenIn();
        }
    }

    @Test
    void theOtherGoesOnWhereOneHasStopped() {
        try (ReadModelFixture other = ReadModelFixture.startNode("other", database, events)) {
            try (ReadModelFixture one = ReadModelFixture.startNode("one", database, events)) {
                events.append(applied(REQUEST), issued(REQUEST));
                one.awaitTakenIn();
            }
            events.append(applied(ANOTHER_REQUEST), cancelled(ANOTHER_REQUEST));

            assertThat(other.awaitTakenIn().contents(NAME).get("documents")).hasSize(2);
        }
    }

    @Test
    void aRebuildThatOneIsAskedForIsDoneByBoth() {
        try (ReadModelFixture one = ReadModelFixture.startNode("one", database, events);
                ReadModelFixture other = ReadModelFixture.startNode("other", database, events)) {
            events.append(applied(REQUEST), issued(REQUEST));
            one.awaitTakenIn();

            other.send(new ReplayProjection(NAME));

            Await.until("the rebuilt one answers", () -> one.serving(NAME).equals(new Generation(NAME, 2)));
            assertThat(one.awaitTakenIn().contents(NAME).get("documents")).hasSize(1);
        }
    }
}
