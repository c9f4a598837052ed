package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.Map;
import java.util.Objects;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import jp.shomei.projections.reminder.view.ReminderQueueModel;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A read model was built anew by a newer release, in a shape that this one does not know. */
class NewerReleaseTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;

    @BeforeEach
    void readModels() {
        events.append(applied(REQUEST), issued(REQUEST));
    }

    @Test
    void isLeftAloneByANodeThatStarts() {
        ReadModelFixture.start(database, events).awaitTakenIn().close();
        newerReleaseTakesOver();

        try (ReadModelFixture old = ReadModelFixture.start(database, events)) {
            events.append(applied(ANOTHER_REQUEST));
            awaitOthers(old);

            assertThat(old.serving(NAME)).isEqualTo(new Generation(NAME, 2));
            assertThat(old.contents(NAME)).isEmpty();
            assertThat(old.view(NAME).state()).isEqualTo(State.STOPPED);
        }
    }

    @Test
    void isLeftAloneByANodeThatRuns() {
        try (ReadModelFixture old = ReadModelFixture.start(database, events).awaitTakenIn()) {
            newerReleaseTakesOver();
            Await.until("it stops", () -> old.view(NAME).state() == State.STOPPED);
            Map<String, Map<Object, Document>> before = old.contents(NAME);

            events.append(applied(ANOTHER_REQUEST));
            awaitOthers(old);

            assertThat(old.contents(NAME)).isEqualTo(before);
        }
    }

    private void newerReleaseTakesOver() {
        database.getCollection(ReadModelEntry.COLLECTION)
                .updateOne(
                        Filters.eq("_id", NAME),
                        Updates.combine(Updates.set("shape", 1_000), Updates.set("serving", 2)));
    }

    private static void awaitOthers(ReadModelFixture fixture) {
        Await.until("another read model has taken in everything", () -> {
            ProjectionView other = fixture.view(ReminderQueueModel.NAME);
            return Objects.equals(other.position(), other.head());
        });
    }
}
