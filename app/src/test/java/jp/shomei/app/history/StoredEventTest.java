package jp.shomei.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class StoredEventTest {

    private static final String PAYLOAD = "{ \"b\" : 1.50, \"a\":\"証明\\u0041\" }";

    @Test
    void isTheSameLineInWhateverOrderItsStoreToldTheMetadata() {
        StoredEvent one = event("{\"role\":\"OFFICER\",\"actor\":\"役場\",\"more\":{\"z\":1,\"y\":[2,1]}}");
        StoredEvent other = event("{ \"actor\":\"\\u5f79場\", \"more\":{\"y\":[2,1],\"z\":1},\"role\":\"OFFICER\"}");

        assertThat(one).isEqualTo(other);
        assertThat(EventLines.write(one)).isEqualTo(EventLines.write(other));
        assertThat(HistoryDigest.of(Stream.of(one)).end())
                .isEqualTo(HistoryDigest.of(Stream.of(other)).end());
        assertThat(one.metaData()).isEqualTo("{\"actor\":\"役場\",\"more\":{\"y\":[2,1],\"z\":1},\"role\":\"OFFICER\"}");
    }

    @Test
    void isAnotherIfAnythingInTheMetadataIs() {
        assertThat(event("{\"a\":\"1\"}"))
                .isNotEqualTo(event("{\"a\":1}"))
                .isNotEqualTo(event("{\"a\":\"1\",\"b\":\"1\"}"));
    }

    @Test
    void leavesThePayloadAsItIsStored() {
        assertThat(event("{}").payload()).isEqualTo(PAYLOAD);
        assertThat(EventLines.read(EventLines.write(event("{}"))).payload()).isEqualTo(PAYLOAD);
    }

    @Test
    void hasMetadata() {
        assertThatThrownBy(() -> event("{\"a\":")).isInstanceOf(JacksonException.class);
    }

    private static StoredEvent event(String metaData) {
        return new StoredEvent("Certificate", "1", 0L, "id", Instant.EPOCH, "type", "1", PAYLOAD, metaData);
    }
}
