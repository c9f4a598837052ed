package jp.shomei.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.shomei.app.axon.CommandConflicts;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.backup.BackupCommand;
import jp.shomei.app.distributed.AxonServerNode;
import jp.shomei.app.health.OperatorHealth;
import jp.shomei.app.metrics.Metering;
import jp.shomei.app.move.MoveCommand;
import jp.shomei.app.role.NodeRole;
import jp.shomei.app.role.NodeSetting;
import jp.shomei.app.security.EmbeddedTokens;
import jp.shomei.app.start.CeremonyCommand;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.Greeting;
import jp.shomei.app.start.ServerPort;
import jp.shomei.app.terminal.TerminalPort;
import jp.shomei.app.time.ClockSetting;
import jp.shomei.app.tracing.Tracing;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.http.HttpRoom;
import org.axonframework.springboot.autoconfig.AxonServerActuatorAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.OpenTelemetryAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The system: in one process by itself, or in several with Axon Server between them. What a process takes in depends on its
 * {@link NodeRole}; this list, {@link CommandNode} and {@link QueryNode} show all of it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            // the durable store is set up by hand; see DurableStore
            DataSourceAutoConfiguration.class,
            JdbcAutoConfiguration.class,
            // nothing here is written as XML
            XStreamAutoConfiguration.class,
            // interrupts handlers, and an interrupt in the middle of a write closes an embedded store's file
            AxonTimeoutAutoConfiguration.class,
            // asks a server on the internet for newer versions
            UpdateCheckerAutoConfiguration.class,
            // made for an earlier Spring Boot; see AxonServerNode
            AxonServerActuatorAutoConfiguration.class,
            // sends to whatever is registered for the whole process; see Tracing
            OpenTelemetryAutoConfiguration.class,
        })
@EnableScheduling
@EnableConfigurationProperties({ShomeiProperties.class, PublicationProperties.class})
@Import({
    // the halves, of which a process takes in one or both
    CommandNode.class,
    QueryNode.class,
    // the doors: every process answers, through the gateways, for all of them
    HttpRoom.class,
    EmbeddedTokens.class,
    // what both halves stand on
    AxonServerNode.class,
    Messaging.class,
    CommandConflicts.class,
    ClockSetting.class,
    OperatorHealth.class,
    Metering.class,
    Tracing.class,
})
public class ShomeiApplication {

    private static final int NOT_UNDERSTOOD = 2;

    /** What can be done without starting the system; each answers the status to end the process with. */
    private static final Map<String, Function<List<String>, Integer>> COMMANDS = Map.of(
            "ceremony",
            CeremonyCommand::run,
            "backup",
            BackupCommand::run,
            "export",
            MoveCommand::export,
            "import",
            MoveCommand::bringIn);

    /**
     * Starts the system; ends the process with 1 if it cannot, with 2 if it was not understood. With the name of a command
     * as the first argument no system is started, but the command carried out.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            System.exit(COMMANDS.get(arguments[0]).apply(List.of(arguments).subList(1, arguments.length)));
        }
        Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .ifPresent(ShomeiApplication::refuse);
        try {
            new SpringApplication(ShomeiApplication.class).run(arguments);
        } catch (RuntimeException reported) {
            // Spring Boot has told why; the embedded servers' threads would keep a half-started process alive
            System.exit(1);
        }
    }

    /** Whoever misspelt a command does not want the system started. */
    private static void refuse(String argument) {
        System.err.println("There is no command " + argument + ". There are: "
                + String.join(", ", new TreeSet<>(COMMANDS.keySet()))
                + "; without one the system is started, with options such as --shomei.data=DIR.");
        System.exit(NOT_UNDERSTOOD);
    }

    /** Before anything is made or opened. */
    @Bean
    static BeanFactoryPostProcessor soundSetting(ConfigurableEnvironment environment) {
        return beans -> {
            KnownOptions.require(environment);
            NodeSetting.require(environment);
            ServerPort.require(environment);
        };
    }

    @Bean(destroyMethod = "close")
    static DataDirectory dataDirectory(ShomeiProperties properties) {
        return DataDirectory.open(properties.data());
    }

    @Bean
    CommandSideProperties commandSideProperties(ShomeiProperties properties) {
        return CommandSideSetting.of(properties);
    }

    /** Decided by on one side, shown by the other. */
    @Bean
    RenewalWindow renewalWindow(CommandSideProperties properties) {
        return properties.renewal().window();
    }

    @Bean
    Greeting greeting(
            DataDirectory data, Clock clock, Environment environment, ObjectProvider<TerminalPort> terminals) {
        return new Greeting(data, clock, environment, () -> Optional.ofNullable(terminals.getIfAvailable())
                .flatMap(TerminalPort::number));
    }
}
