package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A certificate's history, as an auditor reads it. */
record RecordedHistory(List<JsonNode> events) {

    static RecordedHistory of(RunningShomei shomei, String requestId) {
        return new RecordedHistory(shomei.get("auditor", "/api/v1/certificates/" + requestId + "/history")
                .expect(200)
                .json()
                .get("events")
                .valueStream()
                .toList());
    }

    List<String> types() {
        return events.stream().map(event -> event.get("type").asString()).toList();
    }

    /** What the one event of this type holds, and there is no other. */
    JsonNode onlyOne(String type) {
        return onlyOne(type, 0);
    }

    /** The same of one generation; 0 for events that have none. */
    JsonNode onlyOne(String type, int generation) {
        List<JsonNode> found = events.stream()
                .filter(event -> event.get("type").asString().equals(type))
                .map(event -> event.get("payload"))
                .filter(payload -> generation == 0 || payload.get("generation").asInt() == generation)
                .toList();
        assertThat(found).as(type).hasSize(1);
        return found.getFirst();
    }
}
