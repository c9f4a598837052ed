package jp.shomei.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.shomei.app.axon.CommandConflicts;
import jp.shomei.app.axon.Messaging;
import jp.shomei.app.axon.Reactions;
import jp.shomei.app.backup.BackupCommand;
import jp.shomei.app.backup.Backups;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.durable.HalfMovedIn;
import jp.shomei.app.health.OperatorHealth;
import jp.shomei.app.move.MoveCommand;
import jp.shomei.app.readmodel.EmbeddedReadModels;
import jp.shomei.app.security.EmbeddedTokens;
import jp.shomei.app.start.CeremonyCommand;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.Greeting;
import jp.shomei.app.start.StartRefused;
import jp.shomei.app.terminal.TerminalEntrance;
import jp.shomei.app.terminal.TerminalPort;
import jp.shomei.app.time.ClockSetting;
import jp.shomei.app.time.DailyRunTrigger;
import jp.shomei.ca.CaAdapter;
import jp.shomei.ca.CaProperties;
import jp.shomei.ca.StatusProperties;
import jp.shomei.ca.token.TokenSettings;
import jp.shomei.command.CommandSide;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.time.DailyRun;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.correspondence.Correspondence;
import jp.shomei.correspondence.letter.LetterSettings;
import jp.shomei.correspondence.mail.MailSettings;
import jp.shomei.correspondence.slip.SlipSettings;
import jp.shomei.http.HttpRoom;
import jp.shomei.projections.Projections;
import jp.shomei.projections.readmodel.ProjectionSettings;
import jp.shomei.query.QuerySide;
import org.axonframework.springboot.autoconfig.AxonTimeoutAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.springboot.autoconfig.XStreamAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The whole system in one process: every room, on embedded stores. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            // the durable store is set up by hand; see DurableStore
            JdbcAutoConfiguration.class,
            // nothing here is written as XML
            XStreamAutoConfiguration.class,
            // interrupts handlers, and an interrupt in the middle of a write closes an embedded store's file
            AxonTimeoutAutoConfiguration.class,
            // asks a server on the internet for newer versions
            UpdateCheckerAutoConfiguration.class,
        })
@EnableScheduling
@EnableConfigurationProperties({ShomeiProperties.class, PublicationProperties.class})
@Import({
    // the rooms
    CommandSide.class,
    CaAdapter.class,
    Correspondence.class,
    Projections.class,
    QuerySide.class,
    HttpRoom.class,
    // what they stand on
    DurableStore.class,
    EmbeddedReadModels.class,
    EmbeddedTokens.class,
    ClockSetting.class,
    Messaging.class,
    CommandConflicts.class,
    Reactions.class,
    OperatorHealth.class,
    TerminalEntrance.class,
    Backups.class,
    HalfMovedIn.class,
})
public class ShomeiApplication {

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
     * Starts the system; ends the process with 1 if it cannot. With the name of a command as the first argument no system
     * is started, but the command carried out.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            System.exit(COMMANDS.get(arguments[0]).apply(List.of(arguments).subList(1, arguments.length)));
        }
        try {
            new SpringApplication(ShomeiApplication.class).run(arguments);
        } catch (RuntimeException reported) {
            // Spring Boot has told why; the embedded servers' threads would keep a half-started process alive
            System.exit(1);
        }
    }

    @Bean(destroyMethod = "close")
    static DataDirectory dataDirectory(ShomeiProperties properties) {
        return DataDirectory.open(properties.data());
    }

    @Bean
    CommandSideProperties commandSideProperties(ShomeiProperties properties) {
        return CommandSideSetting.of(properties);
    }

    @Bean
    RenewalWindow renewalWindow(CommandSideProperties properties) {
        return properties.renewal().window();
    }

    @Bean
    CaProperties caProperties(ShomeiProperties properties, DataDirectory data) {
        return new CaProperties(
                data.resolve(DataDirectory.AUTHORITY),
                properties.profile(),
                properties.organization(),
                properties.keyPool(),
                properties.terminal().names(),
                properties.authority().algorithm(),
                token(properties.authority().token()));
    }

    private static @Nullable TokenSettings token(ShomeiProperties.@Nullable TokenProperties token) {
        return token == null ? null : token.settings();
    }

    @Bean
    StatusProperties statusProperties(PublicationProperties properties) {
        return new StatusProperties(
                properties.publicUrl(),
                properties.crl().partitions(),
                properties.crl().lifetime(),
                properties.ocsp().lifetime());
    }

    @Bean
    LetterSettings letterSettings(DataDirectory data) {
        return new LetterSettings(data.resolve("posting"));
    }

    @Bean
    MailSettings mailSettings(ShomeiProperties properties, DataDirectory data) {
        try {
            return new MailSettings(properties.mail().sender(), data.resolve("outbox"));
        } catch (IllegalArgumentException unusable) {
            throw new StartRefused("--shomei.mail.sender: " + unusable.getMessage() + ".");
        }
    }

    @Bean
    SlipSettings slipSettings(ShomeiProperties properties) {
        return SlipSetting.of(properties);
    }

    @Bean
    ProjectionSettings projectionSettings() {
        return ProjectionSettings.forNode("embedded");
    }

    @Bean
    DailyRunTrigger dailyRunTrigger(DailyRun dailyRun) {
        return new DailyRunTrigger(dailyRun);
    }

    @Bean
    Greeting greeting(
            DataDirectory data, Clock clock, Environment environment, ObjectProvider<TerminalPort> terminals) {
        return new Greeting(data, clock, environment, () -> Optional.ofNullable(terminals.getIfAvailable())
                .flatMap(TerminalPort::number));
    }
}
