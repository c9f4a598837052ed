package jp.shomei.app.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import jp.shomei.app.history.StoredEvent;
import org.junit.jupiter.api.Test;

class ServerEventTest {

    private static final Instant TIME = Instant.parse("2021-03-10T00:00:00.123Z");
    private static final String META_DATA = "{\"actor\":\"役場\",\"count\":3,\"sure\":true,\"weight\":1.5}";
    private static final String PAYLOAD = "{ \"b\" : 1.50, \"a\":\"証明\\u0041\\n\" }";

    @Test
    void comesBackFromTheServerAsItWent() throws Exception {
        StoredEvent event = new StoredEvent("Certificate", "1", 7L, "id", TIME, "a.Type", "2", PAYLOAD, META_DATA);
        assertThat(sent(event)).isEqualTo(event);
        assertThat(ServerEvent.of(event).getPayload().getData().toStringUtf8()).isEqualTo(PAYLOAD);
    }

    @Test
    void whatIsAbsentStaysAbsent() throws Exception {
        StoredEvent event = new StoredEvent(null, null, null, "id", TIME, "a.Type", null, PAYLOAD, "{}");
        assertThat(sent(event)).isEqualTo(event);
    }

    private static StoredEvent sent(StoredEvent event) throws Exception {
        return ServerEvent.stored(Event.parseFrom(ServerEvent.of(event).toByteArray()));
    }
}
