package jp.shomei.query.block;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.block.view.DayBlock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Some of the blocks of a list. First only their names are read, then, in the order of the request IDs, as many as a page
 * needs: what is held at a time does not grow with what is listed.
 */
public final class DayBlocks {

    /** So many blocks are read at once. */
    private static final int BLOCKS_AT_ONCE = 32;

    private final MongoCollection<DayBlock> blocks;
    private final Bson days;
    private final Predicate<BlockName> wanted;

    /**
     * The blocks of these days.
     *
     * @param days chooses among the {@code _id}s, coarsely: the database does it
     * @param wanted which of those chosen are meant
     */
    public DayBlocks(MongoCollection<DayBlock> blocks, Bson days, Predicate<BlockName> wanted) {
        this.blocks = blocks;
        this.days = days;
        this.wanted = wanted;
    }

    /**
     * So many certificates, in order of their request IDs, each with the names of the blocks it is in.
     *
     * @param first the request ID to begin with, if it is listed; none to begin at the beginning
     */
    public SequencedMap<String, List<BlockName>> page(@Nullable String first, int limit) {
        TreeMap<String, List<BlockName>> page = new TreeMap<>();
        List<String> together = new ArrayList<>();
        for (List<String> sameBeginning : namesByBeginning(first).values()) {
            together.addAll(sameBeginning);
            if (together.size() >= BLOCKS_AT_ONCE) {
                read(together, first, page);
                together.clear();
            }
            if (page.size() >= limit) {
                break;
            }
        }
        read(together, first, page);
        while (page.size() > limit) {
            page.pollLastEntry();
        }
        return page;
    }

    /** The names of the blocks that may hold what follows, by the beginning of their request IDs. */
    private SortedMap<String, List<String>> namesByBeginning(@Nullable String first) {
        String beginning = first == null ? "" : BlockName.beginning(first);
        SortedMap<String, List<String>> names = new TreeMap<>();
        blocks.withDocumentClass(Document.class)
                .find(Filters.and(days, Filters.ne(DayBlock.REQUESTS, new Document())))
                .projection(Projections.include("_id"))
                .map(block -> BlockName.of(block.getString("_id")))
                .forEach(name -> {
                    if (name.beginning().compareTo(beginning) >= 0 && wanted.test(name)) {
                        names.computeIfAbsent(name.beginning(), none -> new ArrayList<>())
                                .add(name.text());
                    }
                });
        return names;
    }

    private void read(List<String> together, @Nullable String first, SortedMap<String, List<BlockName>> page) {
        if (together.isEmpty()) {
            return;
        }
        blocks.find(Filters.in("_id", together)).forEach(block -> {
            BlockName name = block.name();
            block.requests().keySet().stream()
                    .filter(requestId -> first == null || requestId.compareTo(first) >= 0)
                    .forEach(requestId -> page.computeIfAbsent(requestId, none -> new ArrayList<>())
                            .add(name));
        });
    }
}
