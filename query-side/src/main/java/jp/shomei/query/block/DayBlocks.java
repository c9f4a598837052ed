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
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.block.view.BlockName;
import jp.shomei.projections.block.view.DayBlock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Some of the blocks of a list. First only their names are read, then, in the order of the IDs, as many as a page needs:
 * what is held at a time does not grow with what is listed.
 */
public final class DayBlocks {

    /** So many blocks are read at once. */
    private static final int BLOCKS_AT_ONCE = 32;

    private final MongoCollection<DayBlock> blocks;
    private final Beginning beginning;
    private final Bson days;
    private final Predicate<BlockName> wanted;

    /**
     * The blocks of these days.
     *
     * @param beginning by what IDs are put into blocks
     * @param days chooses among the {@code _id}s, coarsely: the database does it
     * @param wanted which of those chosen are meant
     */
    public DayBlocks(MongoCollection<DayBlock> blocks, Beginning beginning, Bson days, Predicate<BlockName> wanted) {
        this.blocks = blocks;
        this.beginning = beginning;
        this.days = days;
        this.wanted = wanted;
    }

    /**
     * So many IDs, in order, each with the names of the blocks it is in.
     *
     * @param first the ID to begin with, if it is listed; none to begin at the beginning
     */
    public SequencedMap<String, List<BlockName>> page(@Nullable String first, int limit) {
        return page(first, limit, id -> first == null || id.compareTo(first) >= 0);
    }

    /**
     * So many IDs, in order, each with the names of the blocks it is in.
     *
     * @param after the ID that those follow; none to begin at the beginning
     * @param meant which of those in the blocks are meant
     */
    public SequencedMap<String, List<BlockName>> pageAfter(@Nullable String after, int limit, Predicate<String> meant) {
        Predicate<String> following = id -> after == null || id.compareTo(after) > 0;
        return page(after, limit, following.and(meant));
    }

    private SequencedMap<String, List<BlockName>> page(@Nullable String from, int limit, Predicate<String> meant) {
        TreeMap<String, List<BlockName>> page = new TreeMap<>();
        List<String> together = new ArrayList<>();
        for (List<String> sameBeginning : namesByBeginning(from).values()) {
            together.addAll(sameBeginning);
            if (together.size() >= BLOCKS_AT_ONCE) {
                read(together, meant, page);
                together.clear();
            }
            if (page.size() >= limit) {
                break;
            }
        }
        read(together, meant, page);
        while (page.size() > limit) {
            page.pollLastEntry();
        }
        return page;
    }

    /** The names of the blocks that may hold what follows, by the beginning of their IDs. */
    private SortedMap<String, List<String>> namesByBeginning(@Nullable String from) {
        String first = from == null ? "" : beginning.of(from);
        SortedMap<String, List<String>> names = new TreeMap<>();
        blocks.withDocumentClass(Document.class)
                .find(Filters.and(days, Filters.ne(DayBlock.IDS, new Document())))
                .projection(Projections.include("_id"))
                .map(block -> BlockName.of(block.getString("_id")))
                .forEach(name -> {
                    if (name.beginning().compareTo(first) >= 0 && wanted.test(name)) {
                        names.computeIfAbsent(name.beginning(), none -> new ArrayList<>())
                                .add(name.text());
                    }
                });
        return names;
    }

    private void read(List<String> together, Predicate<String> meant, SortedMap<String, List<BlockName>> page) {
        if (together.isEmpty()) {
            return;
        }
        blocks.find(Filters.in("_id", together)).forEach(block -> {
            BlockName name = block.name();
            block.ids().keySet().stream().filter(meant).forEach(id -> page.computeIfAbsent(
                            id, none -> new ArrayList<>())
                    .add(name));
        });
    }
}
