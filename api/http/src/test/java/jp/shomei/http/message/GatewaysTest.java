package jp.shomei.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

class GatewaysTest {
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final Gateways gateways = new Gateways(
            DefaultCommandGateway.builder().commandBus(commands).build(),
            DefaultQueryGateway.builder()
                    .queryBus(SimpleQueryBus.builder().build())
                    .build());
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();

    @BeforeEach
    void handleSlowly() {
        commands.subscribe(ReserveRequestId.class.getName(), command -> {
            begun.countDown();
            try {
                interrupted.complete(!mayEnd.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException stopped) {
                interrupted.complete(true);
            }
            return "done";
        });
    }

    @AfterEach
    void letGo() {
        mayEnd.countDown();
    }

    @Test
    void neverInterruptsAHandlerWhoseCallerWentAway() throws Exception {
        Disposable caller =
                gateways.command(new ReserveRequestId(), String.class).subscribe();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        caller.dispose();
        mayEnd.countDown();

        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void waitsNoLongerThanTheDeadlineAndLetsTheHandlerFinish() throws Exception {
        StepVerifier.create(gateways.command(new ReserveRequestId(), String.class, Duration.ofMillis(50)))
                .expectError(TimeoutException.class)
                .verify(Duration.ofSeconds(20));
        mayEnd.countDown();

        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void handsARefusalOnAsItIs() {
        commands.subscribe(String.class.getName(), command -> {
            throw Refused.because(ErrorCode.NOT_ISSUED);
        });

        StepVerifier.create(gateways.command("command", String.class))
                .expectErrorSatisfies(error -> assertThat(error).isInstanceOf(Refused.class))
                .verify(Duration.ofSeconds(20));
    }
}
