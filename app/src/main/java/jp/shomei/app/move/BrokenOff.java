package jp.shomei.app.move;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an export that was broken off has written: how far it came, and of what house that tells. */
final class BrokenOff {

    private final List<ReactionPosition> positions = new ArrayList<>();
    private final RowSum rows = new RowSum();
    private long events;
    private Line.@Nullable End end;

    private BrokenOff() {}

    /** Reads it. */
    static BrokenOff read(Path unfinished) throws IOException {
        BrokenOff found = new BrokenOff();
        try (HouseReader reader = HouseReader.open(unfinished)) {
            for (@Nullable Line line = reader.next(); line != null; line = reader.next()) {
                found.see(line);
            }
        }
        return found;
    }

    private void see(Line line) {
        ReactionPosition position = line.position();
        if (position != null) {
            positions.add(position);
        }
        Line.Row row = line.row();
        if (row != null) {
            rows.add(row);
        }
        events += line.event() == null ? 0 : 1;
        end = line.end();
    }

    /** How far the reactions had come. */
    List<ReactionPosition> positions() {
        return positions;
    }

    /** What rows there were. */
    RowSum rows() {
        return rows;
    }

    /** How many events are written; none unless everything is that comes before them. */
    long events() {
        return events;
    }

    /** The end, if that is written already. */
    Line.@Nullable End end() {
        return end;
    }
}
