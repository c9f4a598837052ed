package jp.shomei.projections.readmodel.view;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.function.BiFunction;
import java.util.function.Function;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * A read model as the query side sees it: always the generation that answers now.
 *
 * @param <C> the collections of one generation
 */
public final class ServedReadModel<C> {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final MongoDatabase database;
    private final String name;
    private final int shape;
    private final BiFunction<MongoDatabase, Generation, C> collections;

    /**
     * @param shape what its documents have to look like to be understood
     */
    public ServedReadModel(
            MongoDatabase database, String name, int shape, BiFunction<MongoDatabase, Generation, C> collections) {
        this.database = database;
        this.name = name;
        this.shape = shape;
        this.collections = collections;
    }

    /**
     * Answers from one generation, whole: if another one took its place meanwhile, and its collections may have gone,
     * the question is put again.
     *
     * @throws Refused with {@link ErrorCode#READ_MODEL_BEHIND} and the seconds to wait while another release's documents
     *     answer: an earlier one's as long as those of this one are being built, or a later one's
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
        if (entry == null) {
            return new Generation(name, ReadModelEntry.FIRST);
        }
        if (!entry.hasShape(shape)) {
            throw Refused.because(ErrorCode.READ_MODEL_BEHIND, RETRY_AFTER_SECONDS);
        }
        return entry.servingGeneration();
    }
}
