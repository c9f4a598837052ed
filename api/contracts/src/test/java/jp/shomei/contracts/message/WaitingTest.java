package jp.shomei.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void doesNotWaitForEver() {
        assertThatThrownBy(() -> Waiting.on(new CompletableFuture<>(), Duration.ofMillis(20)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.of(ErrorCode.TEMPORARILY_UNAVAILABLE)));
    }

    @Test
    void passesOnRefusalsFromAnotherProcessUnchanged() {
        CommandExecutionException refused =
                new CommandExecutionException("elsewhere", null, Refusal.of(ErrorCode.NOT_ISSUED));
        assertThatThrownBy(() -> Waiting.on(CompletableFuture.failedFuture(refused), Duration.ofSeconds(1)))
                .isSameAs(refused);
    }

    @Test
    void keepsTheInterruptionOfWhoWaits() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Waiting.on(new CompletableFuture<>(), Duration.ofSeconds(1)))
                .isInstanceOf(Refused.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
