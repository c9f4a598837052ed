package jp.shomei.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.fee.CollectionPolicy;
import jp.shomei.command.fee.SlipSettings;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.queryhandling.QueryGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CommandSideTest {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        Configuration axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .buildConfiguration();
        context.registerBean(Clock.class, () -> Applications.clockAt(Applications.MORNING));
        context.registerBean(CommandGateway.class, axon::commandGateway);
        context.registerBean(QueryGateway.class, axon::queryGateway);
        context.registerBean(EventGateway.class, axon::eventGateway);
        context.registerBean(
                CommandSideProperties.class,
                () -> new CommandSideProperties(
                        CheckDigitMode.WARN,
                        List.of(),
                        Set.of(),
                        RenewalPolicy.AS_PUBLISHED,
                        CollectionPolicy.USUAL,
                        PriceTable.asPublished(),
                        new SlipSettings(null, SlipSettings.ENCLOSED_FORM)));
        context.registerBean(ReactionsCaughtUp.class, () -> (group, longest) -> {});
        // stands for the jobs of the other rooms, which come in before these
        context.registerBean("another", DailyJob.class, Another::new);
        context.register(CommandSide.class);
        context.refresh();
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void theDaysWorkIsDoneInItsOrderAndBeforeTheOtherJobs() {
        assertThat(context.getBeanProvider(DailyJob.class).orderedStream().map(DailyJob::name))
                .startsWith("expiry", "reminders", "results", "ledger closing", "collection")
                .contains("another", "posting");
    }

    private static final class Another implements DailyJob {

        @Override
        public String name() {
            return "another";
        }

        @Override
        public void run(LocalDate day) {
            throw new UnsupportedOperationException("nobody calls it");
        }
    }
}
