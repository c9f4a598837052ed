package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * Drops every generation that was before those of the entry. What is newer than the entry may be a rebuild that another
     * process has begun since the entry was read. The collections go last, since it is by them that a generation is found: a
     * crash on the way leaves something to be found by the next start.
     */
    void keepOnly(ReadModelEntry entry) {
        Set<Generation> kept = entry.generations().collect(Collectors.toSet());
        for (String collection : collections(entry.name())) {
            Generation owner = owner(entry.name(), collection);
            if (owner.number() < entry.newest() && !kept.contains(owner)) {
                forgetPosition(owner);
                database.getCollection(collection).drop();
            }
        }
    }

    /** A number that no generation has of which anything is stored. */
    int unusedNumber(String readModel) {
        Stream<String> positions = surroundings
                .template()
                .trackingTokensCollection()
                .find(Filters.eq("segment", 0))
                .map(token -> token.getString("processorName"))
                .into(new ArrayList<>())
                .stream()
                .filter(name -> name.matches(ours(readModel)))
                .map(name -> name + ".");
        return Stream.concat(collections(readModel).stream(), positions)
                .mapToInt(name -> owner(readModel, name).number() + 1)
                .max()
                .orElse(ReadModelEntry.FIRST);
    }

    private void forgetPosition(Generation generation) {
        surroundings.template().trackingTokensCollection().deleteMany(Filters.eq("processorName", generation.name()));
        surroundings.template().deadLetterCollection().deleteMany(Filters.eq("processingGroup", generation.name()));
    }

    private List<String> collections(String readModel) {
        List<String> names = database.listCollectionNames().into(new ArrayList<>());
        return names.stream()
                .filter(name -> name.matches(ours(readModel) + "\\..+"))
                .toList();
    }

    private static String ours(String readModel) {
        return Pattern.quote(Generation.prefix(readModel)) + "[0-9]+";
    }

    private static Generation owner(String readModel, String collection) {
        int begin = Generation.prefix(readModel).length();
        int number = Integer.parseInt(collection.substring(begin, collection.indexOf('.', begin)));
        return new Generation(readModel, number);
    }
}
