package jp.shomei.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.certificate.AgreementPolicy;
import jp.shomei.command.certificate.Certificate;
import jp.shomei.command.certificate.CertificateExpiry;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.command.certificate.FourEyesPolicy;
import jp.shomei.command.certificate.IssuanceTerms;
import jp.shomei.command.certificate.RenewalPolicy;
import jp.shomei.command.certificate.RequestIdHandler;
import jp.shomei.command.certificate.RequestIdSequence;
import jp.shomei.command.deadletter.SkippedEvents;
import jp.shomei.command.fee.Bill;
import jp.shomei.command.fee.Fees;
import jp.shomei.command.history.Restores;
import jp.shomei.command.institution.AggregateRegistrations;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.command.institution.Institution;
import jp.shomei.command.institution.RegistrationListHandler;
import jp.shomei.command.notice.Notice;
import jp.shomei.command.notice.PostingBatch;
import jp.shomei.command.notice.PostingRun;
import jp.shomei.command.notice.WhenCertificateIssuedThenEncloseInNotice;
import jp.shomei.command.notice.WhenNoticeReissuedThenEncloseInNotice;
import jp.shomei.command.reminder.ReminderRun;
import jp.shomei.command.time.Aside;
import jp.shomei.command.time.ClockHandler;
import jp.shomei.command.time.DailyRun;
import jp.shomei.command.time.DailyTurn;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/**
 * Everything the command side brings in. Needs a {@link Clock}, a {@link CommandSideProperties} and
 * {@link ReactionsCaughtUp}; takes a {@link DailyTurn} where several nodes share the day's work.
 */
@Configuration(proxyBeanMethods = false)
@Import(Fees.class)
public class CommandSide {

    private static final Duration LONGEST_MOVE = Duration.ofMinutes(30);

    @Bean
    static ConfigurerModule aggregates() {
        return configurer -> List.of(
                        Bill.class,
                        Certificate.class,
                        Institution.class,
                        Notice.class,
                        PostingBatch.class,
                        RequestIdSequence.class,
                        SkippedEvents.class)
                .forEach(type -> configurer.configureAggregate(aggregate(type)));
    }

    @Bean
    Restores restores(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new Restores(() -> axon.getObject().eventStore());
    }

    @Bean
    CodePolicy codePolicy(CommandSideProperties properties) {
        return new CodePolicy(properties.checkDigit());
    }

    @Bean
    AgreementPolicy agreementPolicy(CodePolicy codes) {
        return new AgreementPolicy(codes);
    }

    @Bean
    FourEyesPolicy fourEyesPolicy(CommandSideProperties properties) {
        return new FourEyesPolicy(properties.fourEyes());
    }

    @Bean
    RenewalPolicy renewalPolicy(CommandSideProperties properties) {
        return properties.renewal();
    }

    @Bean
    PriceTable priceTable(CommandSideProperties properties) {
        return properties.prices();
    }

    @Bean
    DispatchCalendar dispatchCalendar(CommandSideProperties properties) {
        return new DispatchCalendar(ClosingDays.turnOfTheYearAnd(properties.closingDays()));
    }

    @Bean
    IssuanceTerms issuanceTerms(PriceTable prices, DispatchDays dispatchDays) {
        return new IssuanceTerms(prices, dispatchDays);
    }

    @Bean
    FiledRegistrations filedRegistrations(ObjectProvider<org.axonframework.config.Configuration> axon) {
        return new AggregateRegistrations(() -> axon.getObject().repository(Institution.class));
    }

    @Bean
    RegistrationListHandler registrationListHandler(
            ObjectProvider<org.axonframework.config.Configuration> axon, CodePolicy codes, Clock clock) {
        return new RegistrationListHandler(() -> axon.getObject().repository(Institution.class), codes, clock);
    }

    @Bean
    RequestIdHandler requestIdHandler(
            ObjectProvider<org.axonframework.config.Configuration> axon, Restores restores, Clock clock) {
        return new RequestIdHandler(() -> axon.getObject().repository(RequestIdSequence.class), restores, clock);
    }

    @Bean
    WhenCertificateIssuedThenEncloseInNotice noticePreparation(
            CommandGateway commands, DispatchDays dispatchDays, Restores restores, Clock clock) {
        return new WhenCertificateIssuedThenEncloseInNotice(commands, dispatchDays, restores, clock);
    }

    @Bean
    WhenNoticeReissuedThenEncloseInNotice noticeReplacement(
            CommandGateway commands, DispatchDays dispatchDays, Clock clock) {
        return new WhenNoticeReissuedThenEncloseInNotice(commands, dispatchDays, clock);
    }

    @Bean
    DueCommands dueCommands(CommandGateway commands, QueryGateway queries) {
        return new DueCommands(commands, queries);
    }

    /** Before whatever else the day brings: what has ended gets no reminder, and stands on the day's revocation lists. */
    @Bean
    @Order(1)
    CertificateExpiry certificateExpiry(DueCommands due) {
        return new CertificateExpiry(due);
    }

    @Bean
    @Order(2)
    ReminderRun reminderRun(DueCommands due) {
        return new ReminderRun(due);
    }

    @Bean
    PostingRun postingRun(
            DispatchCalendar calendar,
            ReactionsCaughtUp reactions,
            Restores restores,
            CommandGateway commands,
            QueryGateway queries) {
        return new PostingRun(calendar, reactions, restores, commands, queries);
    }

    @Bean
    DailyRun dailyRun(List<DailyJob> jobs, Clock clock, ObjectProvider<DailyTurn> turn) {
        return new DailyRun(jobs, clock, turn.getIfAvailable(() -> () -> true));
    }

    @Bean(destroyMethod = "close")
    Aside clockMover() {
        return new Aside("clock-mover", LONGEST_MOVE);
    }

    @Bean
    ClockHandler clockHandler(Clock clock, DailyRun dailyRun, EventGateway events, Aside clockMover) {
        return new ClockHandler(clock, dailyRun, events, clockMover);
    }

    private static <A> AggregateConfigurer<A> aggregate(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(axon -> new FreshAggregates(axon::eventStore));
    }
}
