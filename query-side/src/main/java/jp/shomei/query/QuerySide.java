package jp.shomei.query;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.query.certificate.CertificateHistoryQueryHandler;
import jp.shomei.query.certificate.CertificateQueryHandler;
import jp.shomei.query.certificate.DueQueryHandler;
import jp.shomei.query.certificate.WaitingQueryHandler;
import jp.shomei.query.consistency.SeesOwnWrites;
import jp.shomei.query.consistency.TellsUnavailable;
import jp.shomei.query.deadletter.SkippedEventsQueryHandler;
import jp.shomei.query.fee.BillQueryHandler;
import jp.shomei.query.fee.ChargeQueryHandler;
import jp.shomei.query.fee.ClosingQueryHandler;
import jp.shomei.query.fee.CollectionQueryHandler;
import jp.shomei.query.fee.LedgerFileQueryHandler;
import jp.shomei.query.fee.LedgerQueryHandler;
import jp.shomei.query.fee.ResultsQueryHandler;
import jp.shomei.query.institution.InstitutionQueryHandler;
import jp.shomei.query.notice.NoticeQueryHandler;
import jp.shomei.query.notice.NoticesToPostQueryHandler;
import jp.shomei.query.notice.PostingBatchQueryHandler;
import jp.shomei.query.reminder.DueReminderQueryHandler;
import jp.shomei.query.reminder.ForecastQueryHandler;
import jp.shomei.query.reminder.ReminderQueryHandler;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The room that answers. Needs the {@link MongoDatabase} of the read models, a {@link Clock}, and the
 * {@link RenewalWindow} by which renewals are decided.
 */
@Configuration(proxyBeanMethods = false)
public class QuerySide {

    /** Registers the query handlers with Axon, and has queries see what their sender has just done. */
    @Bean
    public ConfigurerModule queryHandlers(MongoDatabase database, RenewalWindow renewal, Clock clock) {
        return configurer -> {
            configurer.registerQueryHandler(axon -> new CertificateQueryHandler(database, renewal, clock));
            configurer.registerQueryHandler(
                    axon -> new CertificateHistoryQueryHandler(axon.eventStore(), database, renewal));
            configurer.registerQueryHandler(axon -> new WaitingQueryHandler(database));
            configurer.registerQueryHandler(
                    axon -> new DueQueryHandler(database, axon.queryGateway(), axon.eventStore()));
            configurer.registerQueryHandler(
                    axon -> new DueReminderQueryHandler(database, axon.queryGateway(), axon.eventStore()));
            configurer.registerQueryHandler(axon -> new ReminderQueryHandler(database, clock));
            configurer.registerQueryHandler(axon -> new ForecastQueryHandler(database, clock));
            configurer.registerQueryHandler(axon -> new NoticeQueryHandler(database, clock));
            configurer.registerQueryHandler(
                    axon -> new NoticesToPostQueryHandler(database, axon.queryGateway(), axon.eventStore()));
            configurer.registerQueryHandler(axon -> new PostingBatchQueryHandler(database));
            configurer.registerQueryHandler(axon -> new InstitutionQueryHandler(database));
            configurer.registerQueryHandler(axon -> new SkippedEventsQueryHandler(axon.eventStore()));
            fees(configurer, database, clock);
            configurer.onInitialize(axon -> axon.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS, () -> {
                axon.queryBus().registerHandlerInterceptor(new TellsUnavailable());
                axon.queryBus()
                        .registerHandlerInterceptor(
                                new SeesOwnWrites(database, axon.queryGateway(), axon.eventStore()));
            }));
        };
    }

    private static void fees(Configurer configurer, MongoDatabase database, Clock clock) {
        configurer.registerQueryHandler(axon -> new LedgerQueryHandler(database));
        configurer.registerQueryHandler(
                axon -> new LedgerFileQueryHandler(database, axon.queryGateway(), axon.eventStore()));
        configurer.registerQueryHandler(
                axon -> new ClosingQueryHandler(database, axon.queryGateway(), axon.eventStore()));
        configurer.registerQueryHandler(
                axon -> new CollectionQueryHandler(database, axon.queryGateway(), axon.eventStore()));
        configurer.registerQueryHandler(
                axon -> new ResultsQueryHandler(database, axon.queryGateway(), axon.eventStore(), clock));
        configurer.registerQueryHandler(axon -> new BillQueryHandler(database));
        configurer.registerQueryHandler(axon -> new ChargeQueryHandler(database));
    }
}
