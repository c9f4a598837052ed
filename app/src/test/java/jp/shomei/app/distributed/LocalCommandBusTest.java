package jp.shomei.app.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class LocalCommandBusTest {

    private final LocalCommandBus bus = new LocalCommandBus(SimpleCommandBus.builder());
    private final AtomicInteger handled = new AtomicInteger();

    @Test
    void aCommandThatMetAnotherNodesChangeIsHandledAgain() {
        bus.subscribe(String.class.getName(), command -> {
            if (handled.incrementAndGet() < 3) {
                throw new ConcurrencyException("another node was quicker");
            }
            return "done";
        });

        assertThat(answer().getPayload()).isEqualTo("done");
        assertThat(handled).hasValue(3);
    }

    @Test
    void itIsNotHandledAgainWithoutEnd() {
        bus.subscribe(String.class.getName(), command -> {
            handled.incrementAndGet();
            throw new ConcurrencyException("another node was quicker");
        });

        assertThat(((Refused) answer().exceptionResult()).refusal().code()).isEqualTo(ErrorCode.CONCURRENT_CHANGE);
        assertThat(handled).hasValue(4);
    }

    @Test
    void whatIsRefusedIsNotHandledAgain() {
        bus.subscribe(String.class.getName(), command -> {
            handled.incrementAndGet();
            throw Refused.because(ErrorCode.ALREADY_REVOKED);
        });

        assertThat(((Refused) answer().exceptionResult()).refusal().code()).isEqualTo(ErrorCode.ALREADY_REVOKED);
        assertThat(handled).hasValue(1);
    }

    private CommandResultMessage<?> answer() {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(new GenericCommandMessage<>("command"), (command, result) -> answer.set(result));
        return answer.get();
    }
}
