package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Map;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.EventLog;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history ends before what the read models have taken in: it lost its end in a crash, or is an older backup. */
class ShorterHistoryTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;

    private final EventLog shorter = new EventLog();
    private final MongoDatabase another = anotherDatabase();

    @BeforeEach
    void readModelsOfALongerHistory() {
        events.append(applied(REQUEST), issued(REQUEST));
        events.append(applied(ANOTHER_REQUEST), cancelled(ANOTHER_REQUEST));
        ReadModelFixture.start(database, events).awaitTakenIn().close();
    }

    @Test
    void aRestartBuildsThemAnew() {
        shorter.append(applied(REQUEST));

        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, shorter).awaitTakenIn()) {
            assertThat(restarted.contents(NAME)).isEqualTo(whatItSays(shorter));
            assertThat(restarted.serving(NAME)).isEqualTo(new Generation(NAME, 2));
            assertThat(restarted.contents(new Generation(NAME, 1))).isEmpty();
        }
    }

    @Test
    void anotherEventWithALostOnesNumberIsTakenIn() {
        shorter.append(applied(REQUEST));

        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, shorter).awaitTakenIn()) {
            shorter.append(cancelled(REQUEST));
            restarted.awaitTakenIn();

            assertThat(restarted.contents(NAME)).isEqualTo(whatItSays(shorter));
        }
    }

    @Test
    void nothingIsKeptIfThereIsNoHistoryAtAll() {
        try (ReadModelFixture restarted = ReadModelFixture.start(database, shorter)) {
            assertThat(restarted.contents(NAME)).isEmpty();
            shorter.append(applied(ANOTHER_REQUEST));
            restarted.awaitTakenIn();

            assertThat(restarted.contents(NAME)).isEqualTo(whatItSays(shorter));
        }
    }

    @Test
    void aRebuildThatHadBegunIsThrownAwayAsWell() {
        database.getCollection(ReadModelEntry.COLLECTION)
                .updateOne(new Document("_id", NAME), new Document("$set", new Document("building", 2)));
        shorter.append(applied(REQUEST));

        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, shorter).awaitTakenIn()) {
            assertThat(restarted.contents(NAME)).isEqualTo(whatItSays(shorter));
            assertThat(restarted.serving(NAME)).isEqualTo(new Generation(NAME, 3));
            assertThat(restarted.view(NAME).state()).isEqualTo(State.RUNNING);
        }
    }

    @Test
    void aRestartOnTheSameHistoryGoesOn() {
        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, events).awaitTakenIn()) {
            assertThat(restarted.serving(NAME)).isEqualTo(new Generation(NAME, 1));
        }
    }

    private Map<String, Map<Object, Document>> whatItSays(EventLog history) {
        try (ReadModelFixture first = ReadModelFixture.start(another, history).awaitTakenIn()) {
            return first.contents(NAME);
        }
    }
}
