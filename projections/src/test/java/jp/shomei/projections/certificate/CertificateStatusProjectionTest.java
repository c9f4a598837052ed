package jp.shomei.projections.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.referred;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.Map;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.InstitutionCertificatesDocument;
import jp.shomei.projections.fixture.MongoTest;
import org.junit.jupiter.api.Test;

class CertificateStatusProjectionTest extends MongoTest {

    @Test
    void storesWhatTheFoldMakesOfTheEvents() {
        CertificateEvent[] history = {
            applied(REQUEST),
            referred(REQUEST),
            issued(REQUEST),
            prepared(REQUEST),
            signed(REQUEST),
            downloaded(REQUEST)
        };
        CertificateDocument folded = null;
        for (int sequence = 0; sequence < history.length; sequence++) {
            folded = CertificateDocument.on(folded, history[sequence], sequence, Instant.parse("2021-03-10T00:00:00Z"));
        }
        events.append(history);

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            CertificateStatusModel model = model(fixture);
            assertThat(model.documents().find(Filters.eq("_id", REQUEST)).first())
                    .isEqualTo(folded)
                    .extracting(CertificateDocument::version)
                    .isEqualTo(5L);
        }
    }

    @Test
    void listsEachInstitutionsRequestsWithTheTimeOfApplication() {
        events.append(applied(REQUEST));
        events.setNow(Instant.parse("2021-03-10T01:00:00Z"));
        events.append(applied(ANOTHER_REQUEST));
        events.append(applied("202103100000003", ANOTHER_INSTITUTION));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            CertificateStatusModel model = model(fixture);
            assertThat(model.institutions()
                            .find(Filters.eq("_id", INSTITUTION.value()))
                            .first())
                    .isEqualTo(new InstitutionCertificatesDocument(
                            INSTITUTION.value(),
                            Map.of(
                                    REQUEST,
                                    Instant.parse("2021-03-10T00:00:00Z"),
                                    ANOTHER_REQUEST,
                                    Instant.parse("2021-03-10T01:00:00Z"))));
            assertThat(model.institutions()
                            .find(Filters.eq("_id", ANOTHER_INSTITUTION.value()))
                            .first()
                            .requests())
                    .containsOnlyKeys("202103100000003");
        }
    }

    @Test
    void takesInEventsThatComeWhileItRuns() {
        try (ReadModelFixture fixture = ReadModelFixture.start(database, events)) {
            events.append(applied(REQUEST));
            fixture.awaitTakenIn();
            events.append(issued(REQUEST));
            fixture.awaitTakenIn();

            assertThat(model(fixture)
                            .documents()
                            .find(Filters.eq("_id", REQUEST))
                            .first()
                            .version())
                    .isEqualTo(1);
        }
    }

    private CertificateStatusModel model(ReadModelFixture fixture) {
        return CertificateStatusModel.of(database, fixture.serving(CertificateStatusModel.NAME));
    }
}
