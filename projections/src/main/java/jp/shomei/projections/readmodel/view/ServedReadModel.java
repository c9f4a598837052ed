package jp.shomei.projections.readmodel.view;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A read model as the query side sees it: always the generation that answers now.
 *
 * @param <C> the collections of one generation
 */
public final class ServedReadModel<C> {

    private final MongoDatabase database;
    private final String name;
    private final BiFunction<MongoDatabase, Generation, C> collections;

    public ServedReadModel(MongoDatabase database, String name, BiFunction<MongoDatabase, Generation, C> collections) {
        this.database = database;
        this.name = name;
        this.collections = collections;
    }

    /**
     * Answers from one generation, whole: if another one took its place meanwhile, and its collections may have gone,
     * the question is put again.
     */
    public <T> T answer(Function<C, T> question) {
        Generation asked = serving();
        while (true) {
            T answer = question.apply(collections.apply(database, asked));
            Generation serving = serving();
            if (serving.equals(asked)) {
                return answer;
            }
            asked = serving;
        }
    }

    private Generation serving() {
        ReadModelEntry entry = database.getCollection(ReadModelEntry.COLLECTION, ReadModelEntry.class)
                .find(Filters.eq("_id", name))
                .first();
        return entry == null ? new Generation(name, ReadModelEntry.FIRST) : entry.servingGeneration();
    }
}
