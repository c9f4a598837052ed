package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.projections.Projections;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.InstitutionCertificatesDocument;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.fixture.TokenStoreDecorator;
import jp.shomei.projections.readmodel.view.Generation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A position that were stored before the documents would lose, in a crash, every event in between for good. */
@Tag("many")
class TokenOrderTest extends MongoTest {

    private static final Generation FIRST = new Generation(CertificateStatusModel.NAME, 1);
    private static final int APPLICATIONS = 1200;

    private final CertificateStatusModel model = CertificateStatusModel.of(database, FIRST);

    @Test
    void storesNoPositionBeforeTheDocumentsUpToIt() {
        appendApplications();
        List<String> tooEarly = new CopyOnWriteArrayList<>();
        AtomicInteger stored = new AtomicInteger();

        try (ReadModelFixture fixture = ReadModelFixture.start(
                database,
                events,
                Projections.READ_MODELS,
                tokens -> new TokenStoreDecorator(tokens, (processor, token) -> {
                    long taken = token.position().orElse(-1) + 1;
                    if (processor.equals(FIRST.name()) && taken > 0) {
                        stored.incrementAndGet();
                        if (documents() < taken || listed() < taken) {
                            tooEarly.add("%d of %d events".formatted(documents(), taken));
                        }
                    }
                }))) {
            fixture.awaitTakenIn();
        }

        assertThat(stored.get()).as("batches").isGreaterThan(1);
        assertThat(tooEarly).isEmpty();
    }

    @Test
    void losesAndRepeatsNothingWhenKilledBetweenDocumentsAndToken() {
        appendApplications();
        AtomicInteger killed = new AtomicInteger();
        try (ReadModelFixture dying = ReadModelFixture.start(
                database,
                events,
                Projections.READ_MODELS,
                tokens -> new TokenStoreDecorator(tokens, (processor, token) -> {
                    if (processor.equals(FIRST.name())) {
                        killed.incrementAndGet();
                        throw new IllegalStateException("killed here");
                    }
                }))) {
            Await.until("a batch is written, and the process killed", () -> killed.get() > 0);
            assertThat(documents()).isPositive();
        }

        try (ReadModelFixture restarted = ReadModelFixture.start(database, events)) {
            restarted.awaitTakenIn();
            assertThat(documents()).isEqualTo(APPLICATIONS);
            assertThat(listed()).isEqualTo(APPLICATIONS);
        }
    }

    private void appendApplications() {
        for (int number = 1; number <= APPLICATIONS; number++) {
            events.append(applied(RequestId.of(APPLIED_ON, number)));
        }
    }

    private long documents() {
        return model.documents().countDocuments();
    }

    private long listed() {
        MongoCollection<InstitutionCertificatesDocument> institutions = model.institutions();
        InstitutionCertificatesDocument institution = institutions.find().first();
        return institution == null ? 0 : institution.requests().size();
    }
}
