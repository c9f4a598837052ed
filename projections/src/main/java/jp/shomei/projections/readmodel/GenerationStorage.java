package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.shomei.projections.readmodel.view.Generation;
import jp.shomei.projections.readmodel.view.ReadModelEntry;

/** What is stored of a read model's generations; clears away those that are no longer needed. */
final class GenerationStorage {

    private final MongoDatabase database;
    private final ReadModelSurroundings surroundings;

    GenerationStorage(ReadModelSurroundings surroundings) {
        this.database = surroundings.database();
        this.surroundings = surroundings;
    }

    /**
     * Drops every generation but those of the entry. The collections go last, since it is by them that a generation is
     * found: a crash on the way leaves something to be found by the next start.
     */
    void keepOnly(ReadModelEntry entry) {
        Set<Generation> kept = entry.generations().collect(Collectors.toSet());
        for (String collection : collections(entry.name())) {
            Generation owner = owner(entry.name(), collection);
            if (!kept.contains(owner)) {
                forgetPosition(owner);
                database.getCollection(collection).drop();
            }
        }
    }

    /** Drops everything there is of a read model, with what a processor may have left that did not know it was lost. */
    void dropAll(String readModel) {
        forgetPosition(new Generation(readModel, ReadModelEntry.FIRST));
        for (String collection : collections(readModel)) {
            forgetPosition(owner(readModel, collection));
            database.getCollection(collection).drop();
        }
    }

    private void forgetPosition(Generation generation) {
        surroundings.template().trackingTokensCollection().deleteMany(Filters.eq("processorName", generation.name()));
        surroundings.template().deadLetterCollection().deleteMany(Filters.eq("processingGroup", generation.name()));
    }

    private List<String> collections(String readModel) {
        List<String> names = database.listCollectionNames().into(new ArrayList<>());
        String ours = Pattern.quote(Generation.prefix(readModel)) + "[0-9]+\\..+";
        return names.stream().filter(name -> name.matches(ours)).toList();
    }

    private static Generation owner(String readModel, String collection) {
        int begin = Generation.prefix(readModel).length();
        int number = Integer.parseInt(collection.substring(begin, collection.indexOf('.', begin)));
        return new Generation(readModel, number);
    }
}
