package jp.shomei.projections.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.PREVIOUS_VALID_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.RENEWED_EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.expired;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.retired;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateExpiryModel;
import jp.shomei.projections.certificate.view.ValidityDocument;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.MongoTest;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificateExpiryProjectionTest extends MongoTest {

    private static final String EXPIRY = EXPIRES_ON.plusDays(1) + ":2021031000000:EXPIRY";
    private static final String RENEWED_EXPIRY = RENEWED_EXPIRES_ON.plusDays(1) + ":2021031000000:EXPIRY";
    private static final String RETIREMENT = PREVIOUS_VALID_UNTIL.plusDays(1) + ":2021031000000:RETIREMENT";

    private ReadModelFixture fixture;

    @BeforeEach
    void start() {
        fixture = ReadModelFixture.start(database, events);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void anApplicationThatIsNotIssuedIsNeverDue() {
        events.append(applied(REQUEST), cancelled(REQUEST));

        assertThat(due()).isEmpty();
    }

    @Test
    void cannotBeginWithAnythingButAnApplication() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ValidityDocument.on(null, issued(REQUEST), 0))
                .withMessage("a history cannot begin with CertificateIssued");
    }

    @Nested
    class OnceIssued {

        @BeforeEach
        void issue() {
            events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), signed(REQUEST), downloaded(REQUEST));
        }

        @Test
        void itsExpiryIsDueTheDayAfterTheLast() {
            events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));

            assertThat(due()).isEqualTo(Map.of(EXPIRY, Set.of(REQUEST, ANOTHER_REQUEST)));
        }

        @Test
        void nothingIsDueOnceItsExpiryIsRecorded() {
            events.append(expired(REQUEST));

            assertThat(due()).isEmpty();
        }

        @Test
        void othersOfTheSameDayStayDueOnceOneExpiryIsRecorded() {
            events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST), expired(REQUEST));

            assertThat(due()).isEqualTo(Map.of(EXPIRY, Set.of(ANOTHER_REQUEST)));
        }

        @Test
        void nothingIsDueOnceItIsRevoked() {
            events.append(revoked(REQUEST));

            assertThat(due()).isEmpty();
        }

        @Test
        void aRenewalDefersTheExpiryAndHasTheGenerationBeforeRetired() {
            events.append(renewed(REQUEST));
            assertThat(due()).isEqualTo(Map.of(RENEWED_EXPIRY, Set.of(REQUEST), RETIREMENT, Set.of(REQUEST)));

            events.append(retired(REQUEST));
            assertThat(due()).isEqualTo(Map.of(RENEWED_EXPIRY, Set.of(REQUEST)));
        }

        @Test
        void aGenerationThatLapsesByItselfIsNotRetired() {
            events.append(renewed(REQUEST, EXPIRES_ON));

            assertThat(due()).isEqualTo(Map.of(RENEWED_EXPIRY, Set.of(REQUEST)));
        }

        @Test
        void nothingIsDueOnceItIsRevokedAfterARenewal() {
            events.append(renewed(REQUEST), revoked(REQUEST));

            assertThat(due()).isEmpty();
        }
    }

    @Test
    void aGenerationThatWasNeverSignedIsNotRetired() {
        events.append(applied(REQUEST), issued(REQUEST), renewed(REQUEST));

        assertThat(due()).isEqualTo(Map.of(RENEWED_EXPIRY, Set.of(REQUEST)));
    }

    @Test
    void aRebuildLeavesTheDocumentsAsTheyWere() {
        events.append(applied(REQUEST), issued(REQUEST), prepared(REQUEST), renewed(REQUEST));
        events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST), revoked(ANOTHER_REQUEST));
        Map<String, Map<Object, Document>> before = fixture.awaitTakenIn().contents(CertificateExpiryModel.NAME);

        fixture.send(new ReplayProjection(CertificateExpiryModel.NAME));
        Await.until(
                "it is rebuilt", () -> fixture.view(CertificateExpiryModel.NAME).state() == State.RUNNING);

        assertThat(fixture.serving(CertificateExpiryModel.NAME).number()).isEqualTo(2);
        assertThat(fixture.contents(CertificateExpiryModel.NAME)).isEqualTo(before);
    }

    /** What the blocks hold. */
    private Map<String, Set<String>> due() {
        fixture.awaitTakenIn();
        Map<String, Set<String>> due = new TreeMap<>();
        CertificateExpiryModel.of(database, fixture.serving(CertificateExpiryModel.NAME))
                .due()
                .find()
                .forEach(block -> due.put(block.block(), block.ids().keySet()));
        return due;
    }
}
