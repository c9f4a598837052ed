package jp.shomei.projections.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import org.junit.jupiter.api.Test;

class LookupChangeTest {

    private final LookupChange change = new LookupChange();

    @Test
    void isOneWriteHoweverMuchHappens() {
        for (int event = 0; event < 500; event++) {
            change.update(Updates.set("m.e" + event % 200, true).toBsonDocument());
            change.removeEntry("m", "e" + event % 7);
        }

        assertThat(change.writes("l")).hasSize(1);
    }

    @Test
    void isNoneIfNothingHappens() {
        assertThat(change.writes("l")).isEmpty();
    }
}
