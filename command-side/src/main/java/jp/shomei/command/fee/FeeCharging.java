package jp.shomei.command.fee;

import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is charged, and for what. */
@Configuration(proxyBeanMethods = false)
class FeeCharging {

    @Bean
    Charging charging(CommandGateway commands, Clock clock) {
        return new Charging(commands, clock);
    }

    @Bean
    WhenCertificateIssuedThenChargeFee licenceCharging(Charging charging) {
        return new WhenCertificateIssuedThenChargeFee(charging);
    }

    @Bean
    WhenCertificateRenewedThenChargeFee renewalCharging(Charging charging) {
        return new WhenCertificateRenewedThenChargeFee(charging);
    }

    @Bean
    WhenPostageIncurredThenChargeFee postageCharging(Charging charging) {
        return new WhenPostageIncurredThenChargeFee(charging);
    }

    @Bean
    WhenChargeReversedThenChargeBack reversal(Charging charging) {
        return new WhenChargeReversedThenChargeBack(charging);
    }

    @Bean
    WhenFeeWrittenOffThenOffsetReversals reversalOffsetting(CommandGateway commands) {
        return new WhenFeeWrittenOffThenOffsetReversals(commands);
    }
}
