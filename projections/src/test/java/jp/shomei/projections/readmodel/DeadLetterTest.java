package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.projection.ProjectionView.State;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.Interference;
import jp.shomei.projections.fixture.MongoTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeadLetterTest extends MongoTest {

    private static final String NAME = CertificateStatusModel.NAME;

    private final AtomicBoolean poisoned = new AtomicBoolean(true);
    private final ReadModel readModel = Interference.readModel((generation, event) -> {
        if (poisoned.get()
                && event instanceof CertificateIssued
                && event.requestId().equals(REQUEST)) {
            throw new IllegalArgumentException("cannot be taken in");
        }
    });

    @Nested
    class OnceAnEventCannotBeTakenIn {

        @BeforeEach
        void someHistory() {
            events.append(applied(REQUEST));
            events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));
            events.append(issued(REQUEST), prepared(REQUEST));
            events.append(prepared(ANOTHER_REQUEST), signed(ANOTHER_REQUEST));
            events.append(signed(REQUEST), downloaded(REQUEST));
        }

        @Test
        void itWaitsWithItsFollowersWhileOtherCertificatesGoOn() {
            try (ReadModelFixture fixture = start()) {
                assertThat(version(fixture, REQUEST)).isZero();
                assertThat(version(fixture, ANOTHER_REQUEST)).isEqualTo(3);
                assertThat(fixture.view(NAME))
                        .returns(4L, view -> view.deadLetters())
                        .returns(State.RUNNING, view -> view.state());
            }
        }

        @Test
        void itIsKeptWithItsCauseAndTheNumberOfAttempts() {
            try (ReadModelFixture fixture = start()) {
                Await.until("it was tried three times", () -> attempts() >= 3);

                assertThat(letter().getString("causeType")).isEqualTo(IllegalArgumentException.class.getName());
                assertThat(letter().getString("causeMessage")).isEqualTo("cannot be taken in");
                assertThat(fixture.view(NAME).deadLetters()).isEqualTo(4);
            }
        }

        @Test
        void aRetryHealsItInOrder() {
            Map<String, Map<Object, Document>> healed;
            try (ReadModelFixture fixture = start()) {
                poisoned.set(false);
                Await.until(
                        "the dead letters are gone", () -> fixture.view(NAME).deadLetters() == 0);
                healed = fixture.contents(NAME);
                events.append(downloaded(REQUEST));
                fixture.awaitTakenIn();
                assertThat(version(fixture, REQUEST)).isEqualTo(5);
            }
            assertThat(healed.get("documents").get(REQUEST).getLong("version")).isEqualTo(4);
            assertThat(healed.get("documents")
                            .get(REQUEST)
                            .get("downloads", Document.class)
                            .getInteger("number"))
                    .isOne();
        }

        @Test
        void itStillWaitsAfterARestart() {
            start().close();

            try (ReadModelFixture restarted = start()) {
                events.append(downloaded(REQUEST));
                restarted.awaitTakenIn();
                // stopped before its position was stored, it is given the same events again, which then wait twice
                assertThat(restarted.view(NAME).deadLetters()).isGreaterThanOrEqualTo(5);

                poisoned.set(false);
                Await.until(
                        "the dead letters are gone", () -> restarted.view(NAME).deadLetters() == 0);
                assertThat(version(restarted, REQUEST)).isEqualTo(5);
            }
        }
    }

    @Test
    void theLastEventOfABatchCanFailWithoutLosingTheOthers() {
        events.append(applied(ANOTHER_REQUEST), issued(ANOTHER_REQUEST));
        events.append(applied(REQUEST), issued(REQUEST));

        try (ReadModelFixture fixture = start()) {
            assertThat(version(fixture, ANOTHER_REQUEST)).isEqualTo(1);
            assertThat(version(fixture, REQUEST)).isZero();
            assertThat(fixture.view(NAME).deadLetters()).isOne();
        }
    }

    private ReadModelFixture start() {
        return ReadModelFixture.start(database, events, List.of(readModel), tokens -> tokens)
                .awaitTakenIn();
    }

    private static long version(ReadModelFixture fixture, String requestId) {
        return fixture.contents(NAME).get("documents").get(requestId).getLong("version");
    }

    private int attempts() {
        Document letter = letter();
        String diagnostics = letter.get("diagnostics").toString();
        return Integer.parseInt(diagnostics.replaceAll("[^0-9]", ""));
    }

    private Document letter() {
        return database.getCollection("dead-letters")
                .find(new Document("index", 0L))
                .first();
    }
}
