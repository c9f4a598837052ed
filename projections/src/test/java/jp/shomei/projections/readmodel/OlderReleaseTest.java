package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static org.assertj.core.api.Assertions.assertThat;

import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.institution.view.InstitutionModel;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
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
    void documentsOfTheSameShapeAreKept() {
        try (ReadModelFixture restarted =
                ReadModelFixture.start(database, events).awaitTakenIn()) {
            assertThat(restarted.serving(InstitutionModel.NAME)).isEqualTo(new Generation(InstitutionModel.NAME, 1));
        }
    }
}
