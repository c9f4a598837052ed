package jp.shomei.projections.readmodel;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.deadletter.DeadLetterCause;
import jp.shomei.contracts.deadletter.DeadLetterId;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.DeadLetterRetried;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.FindReadModelDeadLetter;
import jp.shomei.contracts.deadletter.ListReadModelDeadLetters;
import jp.shomei.contracts.deadletter.RetryReadModelDeadLetter;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.fixture.Interference;
import jp.shomei.projections.fixture.MongoTest;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told of events that a read model could not take in, and what he can do. */
class ReadModelDeadLettersTest extends MongoTest {

    private final AtomicBoolean poisoned = new AtomicBoolean(true);
    private final ReadModel readModel = Interference.readModel((generation, event) -> {
        if (poisoned.get() && event instanceof CertificateIssued) {
            throw new IllegalArgumentException("cannot take in 0312345678");
        }
    });

    @BeforeEach
    void someHistory() {
        events.append(applied(REQUEST), applied(ANOTHER_REQUEST));
        events.append(issued(REQUEST), prepared(REQUEST));
        events.append(issued(ANOTHER_REQUEST), prepared(ANOTHER_REQUEST));
    }

    @Test
    void tellsTheFirstOfEachAggregateInPages() {
        try (ReadModelFixture fixture = start()) {
            DeadLetterPage first = list(fixture, null, 1);
            DeadLetterPage second = list(fixture, first.nextCursor(), 1);

            assertThat(List.of(first.items().getFirst(), second.items().getFirst()))
                    .allSatisfy(view -> {
                        assertThat(view.eventType()).isEqualTo("CertificateIssued");
                        assertThat(view.sequence()).isOne();
                        assertThat(view.behind()).isOne();
                        assertThat(view.attempts()).isPositive();
                        assertThat(view.cause()).isEqualTo(DeadLetterCause.FAULT);
                        assertThat(view.thrown()).isEqualTo("IllegalArgumentException");
                        assertThat(view.toString()).doesNotContain("0312345678");
                    })
                    .extracting(DeadLetterView::aggregate)
                    .containsExactlyInAnyOrder(REQUEST, ANOTHER_REQUEST);
            assertThat(second.nextCursor()).isNull();
        }
    }

    @Test
    void aRetryThatSucceedsTakesInThoseBehindItToo() {
        try (ReadModelFixture fixture = start()) {
            DeadLetterId id = list(fixture, null, 1).items().getFirst().id();
            poisoned.set(false);

            DeadLetterRetried retried = fixture.send(new RetryReadModelDeadLetter(id));

            assertThat(retried).isEqualTo(new DeadLetterRetried(true, null));
            assertThat(find(fixture, id)).isEmpty();
            assertThat(list(fixture, null, 50).items()).hasSize(1);
            assertThat(fixture.contents(CertificateStatusModel.NAME)
                            .get("documents")
                            .get(id.sequence())
                            .getLong("version"))
                    .isEqualTo(2);
        }
    }

    private ReadModelFixture start() {
        // nobody but the operator tries again
        return ReadModelFixture.start(database, events, List.of(readModel), Duration.ofHours(1))
                .awaitTakenIn();
    }

    private static DeadLetterPage list(ReadModelFixture fixture, String cursor, int limit) {
        return fixture.query(new ListReadModelDeadLetters(cursor, limit), DeadLetterPage.class);
    }

    private static Optional<DeadLetterView> find(ReadModelFixture fixture, DeadLetterId id) {
        return fixture.query(
                new FindReadModelDeadLetter(id), ResponseTypes.optionalInstanceOf(DeadLetterView.class), null);
    }
}
