package jp.shomei.http.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.FindClock;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class GatewaysTest {
    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final Gateways gateways = new Gateways(
            DefaultCommandGateway.builder().commandBus(commands).build(),
            DefaultQueryGateway.builder().queryBus(queries).build());
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

    @Test
    void keepsNobodyWaitingForQueriesThatWaitForWhatTheyMustSee() throws Exception {
        int many = 2 * Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE;
        queries.subscribe(FindClock.class.getName(), String.class, query -> {
            assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
            return "seen";
        });
        commands.subscribe(String.class.getName(), command -> "done");
        Recorded token = Recorded.fromToken("CERTIFICATE:202103100000001:1");
        List<CompletableFuture<String>> waiting = IntStream.range(0, many)
                .mapToObj(
                        i -> gateways.query(new FindClock(), ResponseTypes.instanceOf(String.class), Optional.of(token))
                                .toFuture())
                .toList();

        StepVerifier.create(gateways.command("command", String.class))
                .expectNext("done")
                .expectComplete()
                .verify(Duration.ofSeconds(5));

        mayEnd.countDown();
        for (CompletableFuture<String> answer : waiting) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("seen");
        }
    }
}
