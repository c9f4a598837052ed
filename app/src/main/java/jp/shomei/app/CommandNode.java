package jp.shomei.app;

import jp.shomei.app.axon.Reactions;
import jp.shomei.app.backup.Backups;
import jp.shomei.app.durable.DurableStore;
import jp.shomei.app.durable.HalfMovedIn;
import jp.shomei.app.role.InRole;
import jp.shomei.app.role.NodeRole;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.StartRefused;
import jp.shomei.app.terminal.TerminalEntrance;
import jp.shomei.app.time.DailyRunTrigger;
import jp.shomei.ca.CaAdapter;
import jp.shomei.ca.CaProperties;
import jp.shomei.ca.StatusProperties;
import jp.shomei.ca.token.TokenSettings;
import jp.shomei.command.CommandSide;
import jp.shomei.command.time.DailyRun;
import jp.shomei.correspondence.Correspondence;
import jp.shomei.correspondence.letter.LetterSettings;
import jp.shomei.correspondence.mail.MailSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The half that decides, signs, writes to the holders and serves terminals. */
@Configuration(proxyBeanMethods = false)
@InRole(NodeRole.COMMAND)
@Import({
    // the rooms
    CommandSide.class,
    CaAdapter.class,
    Correspondence.class,
    // what they stand on
    HalfMovedIn.class,
    DurableStore.class,
    Backups.class,
    Reactions.class,
    TerminalEntrance.class,
})
class CommandNode {

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
    DailyRunTrigger dailyRunTrigger(DailyRun dailyRun) {
        return new DailyRunTrigger(dailyRun);
    }
}
