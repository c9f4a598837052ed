package jp.shomei.ca;

import javax.sql.DataSource;
import jp.shomei.ca.restoration.PublishedRevocationTable;
import jp.shomei.ca.restoration.PublishedRevocationsRun;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.RegisterCatchUp;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What follows from going on from a backup. */
@Configuration(proxyBeanMethods = false)
class Restoration {

    @Bean
    PublishedRevocationTable publishedRevocationTable(DataSource dataSource) {
        return new PublishedRevocationTable(dataSource);
    }

    /** Before the day's lists and reminders. */
    @Bean
    @Order(0)
    PublishedRevocationsRun publishedRevocationsRun(
            PublishedRevocationTable table,
            CertificateRegister register,
            RegisterCatchUp catchUp,
            CommandGateway commands) {
        return new PublishedRevocationsRun(table, register, catchUp, commands);
    }
}
