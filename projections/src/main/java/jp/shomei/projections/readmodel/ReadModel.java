package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoDatabase;
import java.util.function.BiFunction;
import jp.shomei.projections.readmodel.view.Generation;

/**
 * A read model that can be kept.
 *
 * @param name its name, known to operators
 * @param shape what its documents look like, from 1; raised when they change, so that a new release builds it anew rather
 *     than read documents it does not understand
 * @param projection makes what builds one generation of it
 */
public record ReadModel(String name, int shape, BiFunction<MongoDatabase, Generation, Projection> projection) {}
