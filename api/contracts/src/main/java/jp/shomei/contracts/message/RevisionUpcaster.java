package jp.shomei.contracts.message;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leads one event from its first revision to its second. */
abstract class RevisionUpcaster extends SingleEventUpcaster {

    private final SimpleSerializedType from;
    private final SimpleSerializedType to;

    /** @param event its stored name */
    RevisionUpcaster(String event) {
        from = new SimpleSerializedType(event, "1");
        to = new SimpleSerializedType(event, "2");
    }

    /** Says what the revision before left out. What it did not record, and nobody can know now, stays absent. */
    abstract void complete(ObjectNode payload);

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, JsonNode.class, payload -> {
            complete((ObjectNode) payload);
            return payload;
        });
    }
}
