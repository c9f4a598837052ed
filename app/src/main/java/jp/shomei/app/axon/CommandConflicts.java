package jp.shomei.app.axon;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Commands that two nodes carry out at once are given again. With Axon Server between them another gateway does it, after the
 * node that carries one out has tried by itself.
 */
@Configuration(proxyBeanMethods = false)
public class CommandConflicts {

    @Bean(destroyMethod = "close")
    ConflictRetry conflictRetry() {
        return new ConflictRetry();
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false", matchIfMissing = true)
    CommandGateway commandGateway(CommandBus commands, ConflictRetry conflicts) {
        return DefaultCommandGateway.builder()
                .commandBus(commands)
                .retryScheduler(conflicts)
                .build();
    }
}
