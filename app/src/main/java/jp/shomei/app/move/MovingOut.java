package jp.shomei.app.move;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jp.shomei.app.durable.HalfMovedIn;
import jp.shomei.app.history.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Writes everything that cannot be rebuilt into one file. Broken off, it goes on where it was. */
final class MovingOut {

    private static final int TOLD_EVERY = 50_000;

    private final House house;
    private final Path file;
    private final Clock realTime;
    private final PrintWriter out;

    MovingOut(House house, Path file, Clock realTime, PrintWriter out) {
        this.house = house;
        this.file = file.toAbsolutePath();
        this.realTime = realTime;
        this.out = out;
    }

    Line.End export() throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new MoveRefused(file + " is there already; name another");
        }
        HalfMovedIn.requireDone(house.database());
        List<ReactionPosition> positions = new Positions(house.database(), house.tokens()).read();
        try (HouseWriter writer = HouseWriter.open(file)) {
            BrokenOff before = writer.isEmpty() ? null : BrokenOff.read(HouseWriter.unfinished(file));
            if (before == null || !isStillSo(before, positions)) {
                writer.beginAnew();
                begin(writer, positions);
                write(writer, 0);
                return writer.end();
            }
            Line.End end = before.end();
            if (end != null) {
                writer.giveName();
                return end;
            }
            goOn(writer, before);
            write(writer, before.events());
            return writer.end();
        }
    }

    /**
     * Whether the house was not lived in since: what is written is true still, and if that is all, all is written. Mails are
     * sent, lists made and dead letters done without any reaction coming further.
     */
    private boolean isStillSo(BrokenOff before, List<ReactionPosition> positions) throws IOException, SQLException {
        return before.events() > 0
                && before.positions().equals(positions)
                && before.rows().isThatOf(rowsNow())
                && (before.end() == null || !hasMoreThan(before.events()));
    }

    private RowSum rowsNow() throws IOException, SQLException {
        RowSum rows = new RowSum();
        Tables tables = house.tables();
        for (String table : tables.names()) {
            tables.read(table, rows::add);
        }
        return rows;
    }

    private boolean hasMoreThan(long count) {
        try (Stream<StoredEvent> events = house.events().stream()) {
            return events.skip(count).findFirst().isPresent();
        }
    }

    private void goOn(HouseWriter writer, BrokenOff before) throws IOException {
        try (HouseReader reader = HouseReader.open(HouseWriter.unfinished(file))) {
            for (@Nullable Line line = reader.next(); line != null; line = reader.next()) {
                writer.count(reader.text(), line);
            }
        }
        out.println("Goes on after " + before.events() + " events.");
    }

    private void begin(HouseWriter writer, List<ReactionPosition> positions) throws IOException, SQLException {
        String version = MovingOut.class.getPackage().getImplementationVersion();
        writer.write(Line.of(new Line.House(
                Line.House.FORMAT,
                Line.House.VERSION,
                version == null ? "unpackaged" : version,
                realTime.instant().toString(),
                new Positions(house.database(), house.tokens()).deadLetters())));
        for (ReactionPosition position : positions) {
            writer.write(Line.of(position));
        }
        Tables tables = house.tables();
        for (String table : tables.names()) {
            tables.read(table, row -> writer.write(Line.of(row)));
        }
        writer.flush();
    }

    private void write(HouseWriter writer, long done) throws IOException {
        AtomicLong count = new AtomicLong(done);
        try (Stream<StoredEvent> events = house.events().stream()) {
            for (StoredEvent event : (Iterable<StoredEvent>) events.skip(done)::iterator) {
                writer.write(Line.of(event));
                if (count.incrementAndGet() % TOLD_EVERY == 0) {
                    out.println("  " + count + " events");
                }
            }
        }
    }
}
