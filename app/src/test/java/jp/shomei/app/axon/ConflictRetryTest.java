package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConflictRetryTest {

    private final ConflictRetry retry = new ConflictRetry();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final DefaultCommandGateway gateway = DefaultCommandGateway.builder()
            .commandBus(bus)
            .retryScheduler(retry)
            .build();
    private final AtomicInteger tries = new AtomicInteger();

    @AfterEach
    void close() {
        retry.close();
    }

    @Test
    void aCommandThatLostIsGivenAgainUntilItIsItsTurn() {
        handle(() -> {
            switch (tries.incrementAndGet()) {
                case 1 -> throw new ConcurrencyException("another node was quicker");
                case 2 -> throw new AggregateStreamCreationException("another node made it");
                default -> {}
            }
        });
        assertThat(gateway.<String>sendAndWait("command")).isEqualTo("done");
        assertThat(tries).hasValue(3);
    }

    @Test
    void whatIsRefusedForGoodIsToldAtOnce() {
        handle(() -> {
            tries.incrementAndGet();
            throw Refused.because(ErrorCode.NOT_ISSUED);
        });
        assertThatThrownBy(() -> gateway.sendAndWait("command")).isInstanceOf(Refused.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void itIsNotTriedForEver() {
        handle(() -> {
            tries.incrementAndGet();
            throw new ConcurrencyException("another node is always quicker");
        });
        assertThatThrownBy(() -> gateway.sendAndWait("command")).isInstanceOf(ConcurrencyException.class);
        assertThat(tries).hasValue(6);
    }

    private void handle(Runnable handling) {
        bus.subscribe(String.class.getName(), command -> {
            handling.run();
            return "done";
        });
    }
}
