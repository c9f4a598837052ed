package jp.shomei.contracts.message;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Before the promise was watched, a notice was late when its day of posting was over. */
final class NoticePrepared_1_to_2Upcaster extends SingleEventUpcaster {

    private static final String EVENT = "jp.shomei.contracts.notice.NoticePrepared";
    private static final SimpleSerializedType FROM = new SimpleSerializedType(EVENT, "1");
    private static final SimpleSerializedType TO = new SimpleSerializedType(EVENT, "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TO, JsonNode.class, payload -> {
            if (payload instanceof ObjectNode notice) {
                notice.set("promisedBy", notice.get("dispatchOn"));
            }
            return payload;
        });
    }
}
