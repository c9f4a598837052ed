package jp.shomei.app.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class CommandConflictsTest {

    @Test
    void areTriedAgainByTheGatewayOfOneProcess() {
        try (AnnotationConfigApplicationContext node = node(false)) {
            assertThat(node.getBeansOfType(ConflictRetry.class)).hasSize(1);
            assertThat(node.getBeansOfType(CommandGateway.class)).hasSize(1);
        }
    }

    @Test
    void leaveTheGatewayToAxonServerAndGiveItWhatTriesAgain() {
        try (AnnotationConfigApplicationContext node = node(true)) {
            assertThat(node.getBeansOfType(ConflictRetry.class)).hasSize(1);
            assertThat(node.getBeansOfType(CommandGateway.class)).isEmpty();
        }
    }

    private static AnnotationConfigApplicationContext node(boolean axonServer) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        node.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("server", Map.of("axon.axonserver.enabled", axonServer)));
        node.registerBean(CommandBus.class, () -> SimpleCommandBus.builder().build());
        node.register(CommandConflicts.class);
        node.refresh();
        return node;
    }
}
