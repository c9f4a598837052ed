package jp.shomei.contracts.message;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Before notices could be reissued, every box was of the first edition. */
final class NoticeBoxEnclosed_1_to_2Upcaster extends SingleEventUpcaster {

    private static final String EVENT = "jp.shomei.contracts.notice.NoticeBoxEnclosed";
    private static final SimpleSerializedType FROM = new SimpleSerializedType(EVENT, "1");
    private static final SimpleSerializedType TO = new SimpleSerializedType(EVENT, "2");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(FROM);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TO, JsonNode.class, payload -> {
            if (payload.get("box") instanceof ObjectNode box) {
                box.put("edition", 1);
            }
            return payload;
        });
    }
}
