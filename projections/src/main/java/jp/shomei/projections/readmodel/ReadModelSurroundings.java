package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoDatabase;
import org.axonframework.eventhandling.DefaultEventProcessorSpanFactory;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.tracing.NoOpSpanFactory;

/**
 * What read models need around them. Positions and dead letters are kept in the same database as the documents, so that
 * they are lost or kept together.
 *
 * @param database the documents
 * @param events where they come from
 * @param tokens positions in the events
 * @param serializer writes tokens and dead letters
 * @param settings how often to look, and who we are
 * @param spans follows traces into the read models
 */
public record ReadModelSurroundings(
        MongoDatabase database,
        EventStore events,
        TokenStore tokens,
        Serializer serializer,
        ProjectionSettings settings,
        EventProcessorSpanFactory spans) {

    /** Surroundings that are not traced. */
    public ReadModelSurroundings(
            MongoDatabase database,
            EventStore events,
            TokenStore tokens,
            Serializer serializer,
            ProjectionSettings settings) {
        this(
                database,
                events,
                tokens,
                serializer,
                settings,
                DefaultEventProcessorSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build());
    }

    /** These, traced. */
    public ReadModelSurroundings traced(EventProcessorSpanFactory by) {
        return new ReadModelSurroundings(database, events, tokens, serializer, settings, by);
    }

    /** Surroundings whose tokens are kept in the same database. */
    public static ReadModelSurroundings of(
            MongoDatabase database, EventStore events, Serializer serializer, ProjectionSettings settings) {
        TokenStore tokens = MongoTokenStore.builder()
                .mongoTemplate(template(database))
                .serializer(serializer)
                .contentType(String.class)
                .nodeId(settings.nodeId())
                .claimTimeout(settings.claimTimeout())
                .build();
        return new ReadModelSurroundings(database, events, tokens, serializer, settings);
    }

    MongoTemplate template() {
        return template(database);
    }

    private static MongoTemplate template(MongoDatabase database) {
        return DefaultMongoTemplate.builder()
                .mongoDatabase(database)
                .trackingTokensCollectionName("tokens")
                .deadLetterCollectionName("dead-letters")
                .build();
    }
}
