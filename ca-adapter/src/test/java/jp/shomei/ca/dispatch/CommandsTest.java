package jp.shomei.ca.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void doNotWaitForEver() {
        assertThatThrownBy(() -> Commands.await(new CompletableFuture<>(), Duration.ofMillis(20)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.of(ErrorCode.TEMPORARILY_UNAVAILABLE)));
    }

    @Test
    void passOnRefusalsFromAnotherProcessUnchanged() {
        CommandExecutionException refused =
                new CommandExecutionException("elsewhere", null, Refusal.of(ErrorCode.NOT_ISSUED));
        assertThatThrownBy(() -> Commands.await(CompletableFuture.failedFuture(refused), Duration.ofSeconds(1)))
                .isSameAs(refused);
    }

    @Test
    void keepTheInterruptionOfWhoWaits() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Commands.await(new CompletableFuture<>(), Duration.ofSeconds(1)))
                .isInstanceOf(Refused.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
