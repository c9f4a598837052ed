package jp.shomei.projections;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.Function;
import jp.shomei.contracts.message.MessageSerializer;
import jp.shomei.projections.certificate.CertificateExpiryProjection;
import jp.shomei.projections.certificate.CertificateStatusProjection;
import jp.shomei.projections.deadletter.ReadModelDeadLetterHandler;
import jp.shomei.projections.fee.FeeLedgerProjection;
import jp.shomei.projections.fee.LedgersProjection;
import jp.shomei.projections.institution.InstitutionProjection;
import jp.shomei.projections.notice.NoticeProjection;
import jp.shomei.projections.notice.PostingBatchProjection;
import jp.shomei.projections.projection.ProjectionHandler;
import jp.shomei.projections.readmodel.ProjectionSettings;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.ReadModelSurroundings;
import jp.shomei.projections.readmodel.ReadModels;
import jp.shomei.projections.reminder.ReminderQueueProjection;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.lifecycle.Phase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The room that remembers. Needs a {@link MongoDatabase} and {@link ProjectionSettings}; its token store and dead-letter
 * queues are its own, and no beans, so that no other room's processors take them for theirs.
 */
@Configuration(proxyBeanMethods = false)
public class Projections {

    /** Every read model there is. */
    public static final List<ReadModel> READ_MODELS = List.of(
            CertificateStatusProjection.READ_MODEL,
            CertificateExpiryProjection.READ_MODEL,
            ReminderQueueProjection.READ_MODEL,
            NoticeProjection.READ_MODEL,
            PostingBatchProjection.READ_MODEL,
            InstitutionProjection.READ_MODEL,
            FeeLedgerProjection.READ_MODEL,
            LedgersProjection.READ_MODEL);

    /** Keeps the read models while Axon runs, and answers for them. */
    @Bean
    public ConfigurerModule readModels(MongoDatabase database, ProjectionSettings settings) {
        return keeping(axon -> new ReadModels(
                READ_MODELS,
                ReadModelSurroundings.of(database, axon.eventStore(), MessageSerializer.create(), settings)
                        .traced(axon.getComponent(EventProcessorSpanFactory.class))));
    }

    static ConfigurerModule keeping(Function<org.axonframework.config.Configuration, ReadModels> readModels) {
        return configurer -> {
            configurer.registerComponent(ReadModels.class, readModels);
            configurer.registerMessageHandler(axon -> new ProjectionHandler(axon.getComponent(ReadModels.class)));
            configurer.registerMessageHandler(
                    axon -> new ReadModelDeadLetterHandler(axon.getComponent(ReadModels.class)));
            configurer.onInitialize(axon -> {
                // before a query comes in, and before a reaction can add to the history they are compared with
                axon.onStart(Phase.INBOUND_QUERY_CONNECTOR, () -> axon.getComponent(ReadModels.class)
                        .start());
                axon.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, () -> axon.getComponent(ReadModels.class)
                        .stop());
            });
        };
    }
}
