package jp.shomei.projections.readmodel.view;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A read model as the query side sees it: always the generation that answers now. It asks the one that answered last, and then
 * looks whether that is still the one; a generation that has been replaced never answers again.
 *
 * @param <C> the collections of one generation
 */
public final class ServedReadModel<C> {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final MongoDatabase database;
    private final String name;
    private final int shape;
    private final BiFunction<MongoDatabase, Generation, C> collections;
    private volatile @Nullable Generation answered;

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
        Generation last = answered;
        Generation asked = last == null ? serving() : last;
        while (true) {
            Supplier<T> outcome = ask(asked, question);
            Generation serving = serving();
            answered = serving;
            if (serving.equals(asked)) {
                return outcome.get();
            }
            asked = serving;
        }
    }

    /** A failure is an outcome, too: what has been replaced may be gone. */
    private <T> Supplier<T> ask(Generation generation, Function<C, T> question) {
        try {
            T answer = question.apply(collections.apply(database, generation));
            return () -> answer;
        } catch (RuntimeException failed) {
            return () -> {
                throw failed;
            };
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
