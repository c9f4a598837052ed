package jp.shomei.app.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import jp.shomei.app.history.StoredEvent;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;

/** On Axon Server; {@link MoveTest} has the databases. */
class NewPlacesTest {

    private static final ReactionPosition MAIL = new ReactionPosition("mail", 0, "a", List.of());

    private final NewPlaces places = new NewPlaces();

    @Test
    void areTheServersOwn() {
        places.want(MAIL);
        see("a", 7);
        places.requireAll();
        assertThat(places.of(MAIL)).isEqualTo(new GlobalSequenceTrackingToken(7));
        assertThat(places.of(new ReactionPosition("mail", 0, null, List.of()))).isNull();
    }

    @Test
    void areThoseOfDeadLettersToo() {
        places.want("a");
        see("a", 7);
        Map<String, String> letter = places.letter(new Line.Row(
                        "deadletterentry", Map.of("eventidentifier", "a", "tokentype", "old", "token", "b2xk")))
                .values();
        assertThat(letter).containsEntry("tokentype", GlobalSequenceTrackingToken.class.getName());
        assertThat(new String(Base64.getDecoder().decode(letter.get("token")), StandardCharsets.UTF_8))
                .isEqualTo("{\"globalIndex\":7}");
    }

    @Test
    void areAllKnownInTheEnd() {
        places.want(MAIL);
        see("b", 7);
        assertThatThrownBy(places::requireAll).isInstanceOf(MoveRefused.class).hasMessageContaining("[a]");
    }

    private void see(String event, long place) {
        places.see(
                new StoredEvent(null, null, null, event, Instant.EPOCH, "type", null, "{}", "{}"),
                new GlobalSequenceTrackingToken(place));
    }
}
