package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.CertificateStatusProjection;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.Interference;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The read models were written by an earlier release, which did not remember the shape of its documents. */
class OlderReleaseTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;
    private static final String OLD_COLLECTION = new Generation(NAME, 1).collection("documents");

    @BeforeEach
    void documentsOfAnEarlierRelease() {
        events.append(applied(REQUEST), issued(REQUEST));
        ReadModelFixture.start(database, events).awaitTakenIn().close();
        database.getCollection(ReadModelEntry.COLLECTION)
                .updateMany(new Document(), new Document("$unset", new Document("shape", "")));
        database.getCollection(OLD_COLLECTION)
                .updateMany(new Document(), new Document("$set", new Document("downloads", 1)));
    }

    @Test
    void documentsOfAnotherShapeAreBuiltAnew() {
        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, events).awaitTakenIn()) {
            assertThat(restarted.serving(NAME)).isEqualTo(new Generation(NAME, 2));
            assertThat(CertificateStatusModel.of(database, new Generation(NAME, 2))
                            .documents()
                            .find()
                            .first())
                    .isNotNull();
        }
    }

    @Test
    void eachReleaseAnswersWhileItsDocumentsDo() {
        AtomicBoolean held = new AtomicBoolean(true);
        ReadModel older = new ReadModel(NAME, CertificateStatusModel.SHAPE - 1, CertificateStatusProjection::new);
        ReadModel newer =
                Interference.readModel((generation, event) -> Await.until("the build may go on", () -> !held.get()));
        MongoDatabase shared = anotherDatabase();
        ServedReadModel<CertificateStatusModel> before =
                new ServedReadModel<>(shared, NAME, CertificateStatusModel.SHAPE - 1, CertificateStatusModel::of);
        ServedReadModel<CertificateStatusModel> after = CertificateStatusModel.served(shared);

        try (ReadModelFixture old = ReadModelFixture.startNode("old", shared, events, List.of(older), tokens -> tokens)
                        .awaitTakenIn();
                ReadModelFixture upgraded =
                        ReadModelFixture.startNode("new", shared, events, List.of(newer), tokens -> tokens)) {
            assertThat(upgraded.view(NAME).state()).isEqualTo(State.REPLAYING);
            events.append(prepared(REQUEST));
            Await.until("the older release goes on", () -> version(before) == 2);
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> version(after));

            held.set(false);
            upgraded.awaitTakenIn();
            assertThat(version(after)).isEqualTo(2);
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> version(before));

            Await.until("the older release keeps nothing", () -> old.view(NAME).state() == State.STOPPED);
            events.append(signed(REQUEST));
            upgraded.awaitTakenIn();
            assertThat(version(after)).isEqualTo(3);
            assertThat(old.contents(new Generation(NAME, 1))).isEmpty();
        }
    }

    private static long version(ServedReadModel<CertificateStatusModel> served) {
        return served.answer(model ->
                model.documents().find(new Document("_id", REQUEST)).first().version());
    }

    @Test
    void documentsOfTheSameShapeAreKept() {
        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, events).awaitTakenIn()) {
            assertThat(restarted.serving(InstitutionModel.NAME)).isEqualTo(new Generation(InstitutionModel.NAME, 1));
        }
    }
}
