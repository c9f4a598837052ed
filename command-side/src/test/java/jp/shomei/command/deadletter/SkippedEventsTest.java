package jp.shomei.command.deadletter;

import jp.shomei.contracts.deadletter.EventSkipped;
import jp.shomei.contracts.deadletter.RecordEventSkipped;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class SkippedEventsTest {

    private static final EventSkipped SKIPPED =
            new EventSkipped("202103100000001", 3, "CertificateSigned", "e-1", "mail", "電話で連絡済み");

    private final AggregateTestFixture<SkippedEvents> fixture = new AggregateTestFixture<>(SkippedEvents.class);

    @Test
    void recordsWhatIsSkipped() {
        fixture.givenNoPriorActivity()
                .when(RecordEventSkipped.of(SKIPPED))
                .expectSuccessfulHandlerExecution()
                .expectEvents(SKIPPED);
    }

    @Test
    void recordsItOnceHoweverOftenItIsSent() {
        fixture.given(SKIPPED).when(RecordEventSkipped.of(SKIPPED)).expectNoEvents();
    }

    @Test
    void recordsTheSameEventForEveryReactionThatLeavesItAlone() {
        EventSkipped byAnother =
                new EventSkipped("202103100000001", 3, "CertificateSigned", "e-1", "posting-archive", "電話で連絡済み");

        fixture.given(SKIPPED).when(RecordEventSkipped.of(byAnother)).expectEvents(byAnother);
    }
}
