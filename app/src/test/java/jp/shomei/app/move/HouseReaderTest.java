package jp.shomei.app.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseReaderTest {

    /** As much as a column takes. */
    private static final int LONGEST = 1_000_000;

    @TempDir
    Path scratch;

    @Test
    void readsTheLongestTextThatARowMayHold() throws Exception {
        Path file = scratch.resolve("house.gz");
        Line.Row row = new Line.Row("mail", Map.of("text", "証".repeat(LONGEST)));
        try (HouseWriter writer = HouseWriter.open(file)) {
            writer.write(Line.of(row));
            writer.end();
        }
        assertThat(HouseReader.check(file).rows()).isOne();
        try (HouseReader reader = HouseReader.open(file)) {
            assertThat(reader.next()).isEqualTo(Line.of(row));
        }
    }
}
