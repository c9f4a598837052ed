package jp.shomei.command.fee;

import java.time.Clock;
import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What fees need: charging, collecting and closing. */
@Configuration(proxyBeanMethods = false)
@Import({FeeCharging.class, FeeRuns.class})
public class Fees {

    @Bean
    PaymentMethodPolicy paymentMethodPolicy() {
        return new PaymentMethodPolicy();
    }

    @Bean
    CollectionCalendar collectionCalendar(CommandSideProperties properties) {
        BusinessDays businessDays = new BusinessDays(ClosingDays.turnOfTheYearAnd(properties.closingDays()));
        return new CollectionCalendar(properties.collection(), businessDays);
    }

    @Bean
    SlipSettings slipSettings(CommandSideProperties properties) {
        return properties.slips();
    }

    /** Not cached: one ledger is held for each charge, and a month that nothing was charged to has no history to cache. */
    @Bean
    static ConfigurerModule ledgerAggregate() {
        return configurer -> configurer.configureAggregate(Ledger.class);
    }

    @Bean
    Ledgers ledgers(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new AggregateLedgers(() -> axon.getObject().repository(Ledger.class));
    }

    @Bean
    WaitingReversals waitingReversals(ObjectProvider<org.axonframework.config.Configuration> axon, Clock clock) {
        return new AggregateReversals(() -> axon.getObject().repository(Bill.class), clock);
    }

    @Bean
    WhenFeeDefaultedThenRevokeCertificates nonpaymentRevocation(CommandGateway commands) {
        return new WhenFeeDefaultedThenRevokeCertificates(commands);
    }
}
