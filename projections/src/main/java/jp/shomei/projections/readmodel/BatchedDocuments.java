package jp.shomei.projections.readmodel;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a projection, written once per batch of events.
 *
 * <p>As an interceptor it stands around every event: it reads the documents of the whole batch before the first one is
 * handled, and writes them after the last one. This is before the unit of work commits, and so before the processor
 * stores its token: whatever was written in a commit handler of our own would come after the token, because the
 * processor's own handler is registered first, and a crash in between would lose the batch for good. It also stands
 * outside of the dead-letter queue, so that a store that cannot be reached stops the processor, while an event that
 * cannot be folded only becomes a dead letter.
 */
public final class BatchedDocuments<D extends VersionedDocument> implements MessageHandlerInterceptor<EventMessage<?>> {

    private final MongoCollection<D> stored;
    private final String resource = "documents-" + UUID.randomUUID();
    private final Lock writing = new ReentrantLock();

    public BatchedDocuments(MongoCollection<D> stored) {
        this.stored = stored;
    }

    /**
     * Takes the event now being handled into its document.
     *
     * @return the change; empty if the document has seen the event before
     */
    public Optional<Change<D>> take(DomainEventMessage<?> event, Fold<D> fold) {
        return current().take(event.getAggregateIdentifier(), event.getSequenceNumber(), fold);
    }

    /** Has a lookup document changed along with the batch; the update must set absolute values. */
    public void update(MongoCollection<Document> lookup, String id, Bson update) {
        current().update(lookup, id, update);
    }

    /** Has an entry taken out of a lookup document's map along with the batch, and the document removed if it was the last. */
    public void removeEntry(MongoCollection<Document> lookup, String id, String map, String key) {
        current().removeEntry(lookup, id, map, key);
    }

    /**
     * Has the entry of a document, by its {@code _id}, go from the map of one lookup document to that of another along
     * with the batch.
     *
     * @param place the {@code _id} of the lookup document that has the entry of such a document; empty if none has
     */
    public void moveEntry(
            MongoCollection<Document> lookup, String map, Change<D> change, Function<D, Optional<String>> place) {
        Optional<String> before = Optional.ofNullable(change.before()).flatMap(place);
        Optional<String> after = place.apply(change.after());
        if (before.equals(after)) {
            return;
        }
        String key = change.after().id();
        before.ifPresent(left -> removeEntry(lookup, left, map, key));
        after.ifPresent(joined -> update(lookup, joined, Updates.set(map + "." + key, true)));
    }

    /**
     * Has a sum over documents changed along with the batch: by the figures after the change less those before it. Only one
     * process at a time may write sums.
     *
     * @param id the {@code _id} of the sum
     * @param figures the figures of a document, by their names
     */
    public void sum(
            MongoCollection<Document> sums, String id, Change<D> change, Function<D, Map<String, Long>> figures) {
        current().sum(sums, id, change, figures);
    }

    /** Has a lookup document removed along with the batch. */
    public void remove(MongoCollection<Document> lookup, String id) {
        current().remove(lookup, id);
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        DocumentBatch<D> batch =
                unitOfWork.getOrComputeResource(resource, name -> new DocumentBatch<>(stored, aggregates(unitOfWork)));
        Object result = chain.proceed();
        if (isLast(unitOfWork)) {
            write(batch);
        }
        return result;
    }

    /** One at a time: a retry of dead letters may run beside the processor. */
    private void write(DocumentBatch<D> batch) {
        writing.lock();
        try {
            batch.write();
        } finally {
            writing.unlock();
        }
    }

    private DocumentBatch<D> current() {
        return CurrentUnitOfWork.get().getResource(resource);
    }

    /** Whether nothing of the batch comes after the event now being handled. */
    static boolean isLast(UnitOfWork<?> unitOfWork) {
        return !(unitOfWork instanceof BatchingUnitOfWork<?> batch) || batch.isLastMessage();
    }

    private static List<String> aggregates(UnitOfWork<? extends EventMessage<?>> unitOfWork) {
        List<? extends EventMessage<?>> events =
                unitOfWork instanceof BatchingUnitOfWork<? extends EventMessage<?>> batch
                        ? batch.getMessages()
                        : List.of(unitOfWork.getMessage());
        return events.stream()
                .filter(DomainEventMessage.class::isInstance)
                .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                .distinct()
                .toList();
    }
}
