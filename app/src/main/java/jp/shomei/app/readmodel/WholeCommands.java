package jp.shomei.app.readmodel;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Saves the embedded read models between commands only. A command changes several maps, one after the other: a document,
 * then the entry its {@code _id} is found by. Left to itself the store saves whenever its timer strikes, and a process
 * killed before the next stroke leaves a document that can neither be found nor be inserted again.
 */
final class WholeCommands extends H2Backend {

    private static final int MOST_UNSAVED_BYTES = 16 * 1024 * 1024;
    private static final int FILL_RATE_PERCENT = 90;
    private static final int MOVED_AT_ONCE_BYTES = 16 * 1024 * 1024;
    private static final long CLOSING_SECONDS = 20;

    /** Shared by commands, held alone to save. */
    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();

    private WholeCommands(MVStore store) {
        super(store);
    }

    static WholeCommands open(Path file) {
        return new WholeCommands(new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                // that was the timer; by itself the store saves also when much is unsaved, in the middle of whatever
                // writes
                .autoCommitBufferSize(0)
                .open());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return whole(() -> super.handleCommand(channel, database, command, query));
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        return whole(() -> super.handleMessage(message));
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return whole(() -> super.handleQuery(query));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new TypedMaps(name);
    }

    /** Saves what whole commands have changed, and takes back the room of what they replaced. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void save() {
        commands.writeLock().lock();
        try {
            MVStore store = getMvStore();
            if (!store.isClosed() && store.hasUnsavedChanges()) {
                store.commit();
                store.compact(FILL_RATE_PERCENT, MOVED_AT_ONCE_BYTES);
            }
        } finally {
            commands.writeLock().unlock();
        }
    }

    /** Saves and closes; if a command does not end, what was saved before stays as it is, since it is whole. */
    @Override
    public void close() {
        if (isStill()) {
            try {
                super.close();
            } finally {
                commands.writeLock().unlock();
            }
        } else {
            getMvStore().closeImmediately();
        }
    }

    private boolean isStill() {
        try {
            return commands.writeLock().tryLock(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Only by whoever is in no command any more: a message is a command within, and nobody can save while it lasts. */
    private void saveIfMuch() {
        if (getMvStore().getUnsavedMemory() > MOST_UNSAVED_BYTES) {
            save();
        }
    }

    private <T> T whole(Supplier<T> command) {
        commands.readLock().lock();
        try {
            return command.get();
        } finally {
            commands.readLock().unlock();
            if (commands.getReadHoldCount() == 0) {
                saveIfMuch();
            }
        }
    }

    /**
     * A database whose maps know what is in them. Left to itself the server has the store find that out, and to compare two
     * keys of an index the store then writes both out as Java objects: a dozen times and more for each document that is
     * looked for by its {@code _id}. A map that is open already is taken as it is; so each is opened here first.
     */
    private final class TypedMaps extends H2Database {

        private TypedMaps(String name) {
            super(name, getMvStore(), getCursorRegistry());
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            MVMap.Builder<KeyValue, Object> typed = new MVMap.Builder<>();
            getMvStore()
                    .openMap(
                            getFullCollectionNamespace(collection) + "._index_" + index,
                            typed.keyType(new IndexKeyType()));
            return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            MVMap.Builder<Object, Document> typed = new MVMap.Builder<>();
            getMvStore()
                    .openMap(
                            "databases." + getFullCollectionNamespace(collection), typed.valueType(new DocumentType()));
            return super.openOrCreateCollection(collection, options);
        }
    }
}
