package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoDatabase;
import java.util.function.BiFunction;
import jp.shomei.projections.readmodel.view.Generation;

/**
 * A read model that can be kept.
 *
 * @param name its name, known to operators
 * @param projection makes what builds one generation of it
 */
public record ReadModel(String name, BiFunction<MongoDatabase, Generation, Projection> projection) {}
