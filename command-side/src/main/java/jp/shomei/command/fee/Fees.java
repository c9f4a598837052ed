package jp.shomei.command.fee;

import jp.shomei.command.CommandSideProperties;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What fees need: charging, collecting and closing. */
@Configuration(proxyBeanMethods = false)
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
    WhenFeeDefaultedThenRevokeCertificates nonpaymentRevocation(CommandGateway commands) {
        return new WhenFeeDefaultedThenRevokeCertificates(commands);
    }
}
