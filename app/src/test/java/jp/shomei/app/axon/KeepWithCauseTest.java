package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jp.shomei.contracts.deadletter.KeepWithCause;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class KeepWithCauseTest {

    private final EventMessage<?> event = GenericEventMessage.asEventMessage("personal data");
    private final Logger log = (Logger) LoggerFactory.getLogger(KeepWithCause.class);
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    @BeforeEach
    void listen() {
        said.start();
        log.addAppender(said);
        log.setLevel(Level.WARN);
        log.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(said);
        log.setLevel(null);
        log.setAdditive(true);
    }

    @Test
    void keepsTheEventAndTellsTheOperatorWithoutItsContentOrWhatTheFailureQuotes() {
        IllegalStateException failure = new IllegalStateException("value 0312345678 is too long");

        EnqueueDecision<EventMessage<?>> decision =
                new KeepWithCause("signing-completion").decide(new GenericDeadLetter<>("sequence", event), failure);

        assertThat(decision.shouldEnqueue()).isTrue();
        assertThat(said.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfies(message -> assertThat(message)
                        .contains("signing-completion", event.getIdentifier(), "attempt 1", "IllegalStateException")
                        .doesNotContain("personal data", "0312345678"));
    }
}
