package jp.shomei.projections;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import jp.shomei.contracts.message.MessageSerializer;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionView;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.projections.fixture.Await;
import jp.shomei.projections.fixture.EventLog;
import jp.shomei.projections.readmodel.ProjectionSettings;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.readmodel.ReadModelSurroundings;
import jp.shomei.projections.readmodel.ReadModels;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The read models as they run in the product, through their real event processors, over a database and events that
 * outlive them: closing a fixture and opening another over the same ones is a restart.
 */
public final class ReadModelFixture implements AutoCloseable {

    private static final Duration RETRY = Duration.ofMillis(100);
    private static final Duration CHECK = Duration.ofMillis(50);

    private final MongoDatabase database;
    private final EventLog events;
    private final Configuration axon;

    private ReadModelFixture(MongoDatabase database, EventLog events, Configuration axon) {
        this.database = database;
        this.events = events;
        this.axon = axon;
        axon.start();
    }

    /** Starts the read models of the product, and whatever else is given. */
    public static ReadModelFixture start(MongoDatabase database, EventLog events, ConfigurerModule... others) {
        return start(database, events, Projections.READ_MODELS, tokens -> tokens, others);
    }

    /** Starts read models that may differ from the product's. */
    public static ReadModelFixture start(
            MongoDatabase database,
            EventLog events,
            List<ReadModel> readModels,
            UnaryOperator<TokenStore> tokens,
            ConfigurerModule... others) {
        return start(alone(RETRY), database, events, readModels, tokens, others);
    }

    /** Starts read models as one of several processes would that share the database. */
    public static ReadModelFixture startNode(
            String node,
            MongoDatabase database,
            EventLog events,
            List<ReadModel> readModels,
            UnaryOperator<TokenStore> tokens) {
        ProjectionSettings oneOfSeveral =
                new ProjectionSettings(node, RETRY, CHECK, Duration.ofMillis(200), Duration.ofSeconds(3));
        return start(oneOfSeveral, database, events, readModels, tokens);
    }

    private static ReadModelFixture start(
            ProjectionSettings settings,
            MongoDatabase database,
            EventLog events,
            List<ReadModel> readModels,
            UnaryOperator<TokenStore> tokens,
            ConfigurerModule... others) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(axon -> events.store())
                .configureSerializer(axon -> MessageSerializer.create());
        Projections.keeping(axon -> new ReadModels(readModels, surroundings(settings, database, events, tokens)))
                .configureModule(configurer);
        for (ConfigurerModule other : others) {
            other.configureModule(configurer);
        }
        return new ReadModelFixture(database, events, configurer.buildConfiguration());
    }

    /** Starts read models whose dead letters are tried again at this interval. */
    public static ReadModelFixture start(
            MongoDatabase database, EventLog events, List<ReadModel> readModels, Duration retryInterval) {
        return start(alone(retryInterval), database, events, readModels, tokens -> tokens);
    }

    private static ProjectionSettings alone(Duration retryInterval) {
        return new ProjectionSettings("test", retryInterval, CHECK, Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    private static ReadModelSurroundings surroundings(
            ProjectionSettings settings, MongoDatabase database, EventLog events, UnaryOperator<TokenStore> tokens) {
        ReadModelSurroundings usual =
                ReadModelSurroundings.of(database, events.store(), MessageSerializer.create(), settings);
        return new ReadModelSurroundings(
                database, events.store(), tokens.apply(usual.tokens()), usual.serializer(), settings);
    }

    /** Stops taking in events. */
    public void stopProjections() {
        axon.getComponent(ReadModels.class).stop();
    }

    /** Gives a command. */
    public <R> R send(Object command) {
        return axon.commandGateway().sendAndWait(command, 5, TimeUnit.SECONDS);
    }

    /** Asks a question whose answer is one value. */
    public <R> R query(Object query, Class<R> answer) {
        return query(query, ResponseTypes.instanceOf(answer), null);
    }

    /** Asks a question, whose answer must contain what was recorded. */
    public <R> R query(Object query, ResponseType<R> answer, @Nullable Recorded seen) {
        MetaData metadata =
                seen == null ? MetaData.emptyInstance() : MetaData.with(Metadata.CONSISTENCY_TOKEN, seen.token());
        try {
            return axon.queryGateway()
                    .query(
                            query.getClass().getName(),
                            new GenericQueryMessage<>(query, query.getClass().getName(), answer).withMetaData(metadata),
                            answer)
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(refused);
        } catch (InterruptedException | TimeoutException unanswered) {
            throw new AssertionError("no answer", unanswered);
        }
    }

    /** Where a read model stands. */
    public ProjectionView view(String name) {
        return views().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns once every read model has taken in every event so far, or put it aside as a dead letter. */
    public ReadModelFixture awaitTakenIn() {
        Await.until("every event is taken in", this::isUpToDate);
        return this;
    }

    /** Returns once every read model has taken in every event so far, of which there are very many. */
    public ReadModelFixture awaitTakenIn(Duration limit) {
        Await.until("every event is taken in", limit, this::isUpToDate);
        return this;
    }

    private boolean isUpToDate() {
        return views().stream().allMatch(view -> Objects.equals(view.position(), view.head()));
    }

    private List<ProjectionView> views() {
        return query(new ListProjections(), ProjectionViews.class).items();
    }

    /** The generation that answers. */
    public Generation serving(String readModel) {
        ReadModelEntry entry = database.getCollection(ReadModelEntry.COLLECTION, ReadModelEntry.class)
                .find(Filters.eq("_id", readModel))
                .first();
        return entry == null ? new Generation(readModel, ReadModelEntry.FIRST) : entry.servingGeneration();
    }

    /** Everything in the generation that answers: by collection and {@code _id}. */
    public Map<String, Map<Object, Document>> contents(String readModel) {
        return contents(serving(readModel));
    }

    /** Everything in a generation: by collection and {@code _id}; a collection with nothing in it is as none. */
    public Map<String, Map<Object, Document>> contents(Generation generation) {
        Map<String, Map<Object, Document>> contents = new TreeMap<>();
        for (String name : database.listCollectionNames()) {
            if (name.startsWith(generation.name() + ".")) {
                Map<Object, Document> documents = new TreeMap<>();
                database.getCollection(name).find().forEach(document -> documents.put(document.get("_id"), document));
                if (!documents.isEmpty()) {
                    contents.put(name.substring(generation.name().length() + 1), documents);
                }
            }
        }
        return contents;
    }

    /** The database. */
    public MongoDatabase database() {
        return database;
    }

    /** The events. */
    public EventLog events() {
        return events;
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
