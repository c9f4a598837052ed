package jp.shomei.app.move;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.shomei.app.durable.HalfMovedIn;
import jp.shomei.app.history.HistoryDigest;
import jp.shomei.app.history.StoredEvent;
import jp.shomei.ca.restoration.AuthorityTables;
import jp.shomei.correspondence.mail.MailOutbox;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings everything from a file into an empty house. Broken off, it goes on: the house itself tells how far it came. Until it
 * is done a table in the house says so, and no system starts on it.
 */
final class MovingIn {

    private static final int BATCH = 1_000;
    private static final String DEAD_LETTERS = "deadletterentry";

    private final House house;
    private final Path file;
    private final Clock realTime;
    private final PrintWriter out;
    private final NewPlaces places = new NewPlaces();
    private final List<ReactionPosition> positions = new ArrayList<>();

    MovingIn(House house, Path file, Clock realTime, PrintWriter out) {
        this.house = house;
        this.file = file;
        this.realTime = realTime;
        this.out = out;
    }

    Line.End bringIn() throws IOException, SQLException {
        Line.End end = HouseReader.check(file);
        readHead();
        if (!HalfMovedIn.isBegun(house.database())) {
            house.tables().requireEmpty();
        }
        // a house that is refused must be left as it was: with the table in it no system would start there again
        long there = compare();
        JdbcClient database = JdbcClient.create(house.database());
        database.sql("CREATE TABLE IF NOT EXISTS " + HalfMovedIn.TABLE + " (since VARCHAR(64))")
                .update();
        AuthorityTables.create(house.database());
        new MailOutbox(house.database(), realTime);
        out.println("Writes " + (end.events() - there) + " events.");
        append(there);
        verify(end);
        rows();
        house.atOnce(this::storePositions);
        database.sql("DROP TABLE " + HalfMovedIn.TABLE).update();
        return end;
    }

    private void readHead() throws IOException {
        try (HouseReader reader = HouseReader.open(file)) {
            for (@Nullable Line line = reader.next(); line != null && line.event() == null; line = reader.next()) {
                Line.House head = line.house();
                ReactionPosition position = line.position();
                if (head != null) {
                    if (!Line.House.FORMAT.equals(head.format()) || head.version() != Line.House.VERSION) {
                        throw new MoveRefused(file + " is of another form (" + head.format() + " " + head.version()
                                + "); use the version of the program that wrote it, " + head.program());
                    }
                    head.deadLetters().forEach(places::want);
                } else if (position != null) {
                    if (!position.left().isEmpty() && !house.canLeaveOut()) {
                        throw new MoveRefused(position.processor() + " has left out events in the old house: start it"
                                + " once more, let it come to rest, stop it, and export again");
                    }
                    positions.add(position);
                    places.want(position);
                }
            }
        }
    }

    /** How many events are there already; they must be the first of the file. */
    private long compare() throws IOException {
        long[] count = {0};
        try (HouseReader reader = HouseReader.open(file)) {
            house.events().forEach((event, token) -> {
                if (!event.equals(nextEvent(reader))) {
                    throw new MoveRefused("the new house is not empty: event " + event.identifier()
                            + " in it is not in the file, or not there. Import into an empty one");
                }
                count[0]++;
            });
        }
        if (count[0] > 0) {
            out.println("Goes on after " + count[0] + " events.");
        }
        return count[0];
    }

    private void append(long there) throws IOException {
        try (HouseReader reader = HouseReader.open(file)) {
            for (long i = 0; i < there; i++) {
                nextEvent(reader);
            }
            List<StoredEvent> batch = new ArrayList<>();
            for (@Nullable StoredEvent event = nextEvent(reader); event != null; event = nextEvent(reader)) {
                batch.add(event);
                if (batch.size() == BATCH) {
                    house.events().append(batch);
                    batch.clear();
                }
            }
            if (!batch.isEmpty()) {
                house.events().append(batch);
            }
        }
    }

    /** Reads everything back, and learns which places the reactions' events have here. */
    private void verify(Line.End end) {
        HistoryDigest digest = new HistoryDigest();
        house.events().forEach((event, token) -> {
            digest.add(event);
            places.see(event, token);
        });
        String found = digest.end();
        if (digest.events() != end.events() || !found.equals(end.historySha256())) {
            throw new MoveRefused("the new house has " + digest.events() + " events with digest " + found
                    + ", the file " + end.events() + " with " + end.historySha256());
        }
        places.requireAll();
    }

    private void rows() throws IOException, SQLException {
        try (HouseReader reader = HouseReader.open(file);
                RowWriter writer = new RowWriter(house.database())) {
            for (@Nullable Line line = reader.next(); line != null && line.event() == null; line = reader.next()) {
                Line.Row row = line.row();
                if (row != null) {
                    writer.write(row.table().equals(DEAD_LETTERS) ? places.letter(row) : row);
                }
            }
            writer.finish();
        }
    }

    private void storePositions() {
        TokenStore tokens = house.tokens();
        for (ReactionPosition position : positions) {
            boolean stored = Arrays.stream(tokens.fetchSegments(position.processor()))
                    .anyMatch(segment -> segment == position.segment());
            if (!stored) {
                tokens.initializeSegment(places.of(position), position.processor(), position.segment());
            }
        }
    }

    private static @Nullable StoredEvent nextEvent(HouseReader reader) {
        try {
            for (@Nullable Line line = reader.next(); line != null; line = reader.next()) {
                if (line.event() != null) {
                    return line.event();
                }
            }
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
