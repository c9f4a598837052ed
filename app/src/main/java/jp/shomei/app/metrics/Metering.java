package jp.shomei.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.app.axon.Reactions;
import jp.shomei.app.backup.BackupDesk;
import jp.shomei.app.durable.StoredPositions;
import jp.shomei.app.metrics.Readings.Source;
import jp.shomei.app.role.InRole;
import jp.shomei.app.role.NodeRole;
import jp.shomei.app.time.DailyRunTrigger;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.correspondence.mail.MailReadout;
import jp.shomei.correspondence.mail.MailSteps;
import jp.shomei.projections.readmodel.ReadModels;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/**
 * What is measured: messages, HTTP requests, the events recorded, and what the rooms tell of themselves.
 */
@Configuration(proxyBeanMethods = false)
public class Metering {

    /** The source that reads the read models' database. */
    public static final String READ_MODELS = "read-models";

    /** The source that reads the durable store. */
    public static final String REACTIONS = "reactions";

    @Bean
    static ConfigurerModule messageTimes(MeterRegistry registry) {
        return configurer -> configurer
                .configureMessageMonitor(
                        CommandBus.class,
                        (axon, type, name) -> new MessageTimes(registry, "shomei.commands", "command"))
                .configureMessageMonitor(
                        QueryBus.class, (axon, type, name) -> new MessageTimes(registry, "shomei.queries", "query"));
    }

    @Bean
    static ConfigurerModule eventCounts(MeterRegistry registry) {
        return configurer -> configurer.onInitialize(
                axon -> axon.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> axon.eventStore()
                        .subscribe(new EventCounts(registry)::accept)));
    }

    @Bean
    ServerRequestObservationConvention requestObservations() {
        return new RequestObservations();
    }

    /** From whatever this process has. */
    @Bean
    Readings readings(List<Source> rooms, ObjectProvider<AuthorityWatch> watches, MeterRegistry registry) {
        Stream<Source> authority =
                watches.stream().map(watch -> new Source(watch.getClass().getSimpleName(), watch::measures));
        return new Readings(Stream.concat(rooms.stream(), authority).toList(), registry);
    }

    /** What a node measures that decides, signs and writes. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.COMMAND)
    static class OfCommandNodes {

        /** Gives way to whoever rehearses crashes. */
        @Bean
        @Fallback
        MailSteps mailCounts(MeterRegistry registry) {
            return new MailCounts(registry);
        }

        @Bean
        Source reactionReadings(org.axonframework.config.Configuration axon, StoredPositions positions) {
            return new Source(REACTIONS, new ReactionReadings(() -> axon, Reactions.GROUPS, positions::of));
        }

        @Bean
        Source mailReadings(MailReadout mails) {
            return new Source("mails", new MailReadings(mails::look));
        }

        @Bean
        Source backupReadings(BackupDesk backups) {
            return new Source("backups", backups::measures);
        }

        /** The data directory's disk is measured on every node; this one may be another. */
        @Bean
        @ConditionalOnProperty("shomei.backups")
        MeterBinder backupDisk(ShomeiProperties properties) {
            return new DiskSpaceMetrics(
                    Objects.requireNonNull(properties.backups()).toFile());
        }

        @Bean
        Source dailyRunReadings(DailyRunTrigger dailyRun) {
            return new Source("daily-run", dailyRun::measures);
        }
    }

    /** What a node measures that remembers. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.QUERY)
    static class OfQueryNodes {

        @Bean
        Source readModelReadings(org.axonframework.config.Configuration axon) {
            return new Source(READ_MODELS, new ReadModelReadings(() -> axon.getComponent(ReadModels.class)
                    .views()));
        }
    }
}
