package jp.shomei.app.axon;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands that two nodes carry out at once. */
@Configuration(proxyBeanMethods = false)
public class CommandConflicts {

    @Bean(destroyMethod = "close")
    ConflictRetry conflictRetry() {
        return new ConflictRetry();
    }

    @Bean
    CommandGateway commandGateway(CommandBus commands, ConflictRetry conflicts) {
        return DefaultCommandGateway.builder()
                .commandBus(commands)
                .retryScheduler(conflicts)
                .build();
    }
}
