package jp.shomei.app.move;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import jp.shomei.app.start.QuietLog;
import jp.shomei.app.time.ClockSetting;

/** Exports and imports, while no system runs: {@code export FILE} and {@code import FILE}, with the system's own options. */
public final class MoveCommand {

    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Clock realTime;
    private final PrintWriter out;
    private final PrintWriter err;

    MoveCommand(Clock realTime, PrintWriter out, PrintWriter err) {
        this.realTime = realTime;
        this.out = out;
        this.err = err;
    }

    /** Exports; answers the status to end the process with. */
    public static int export(List<String> arguments) {
        return onTerminal().run("export", arguments);
    }

    /** Imports; answers the status to end the process with. */
    public static int bringIn(List<String> arguments) {
        return onTerminal().run("import", arguments);
    }

    private static MoveCommand onTerminal() {
        QuietLog.set();
        return new MoveCommand(
                ClockSetting.ofTheMachine(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    /** Runs one; 0 if it is done, 1 if not, 2 if it was not understood. */
    int run(String command, List<String> arguments) {
        List<String> files =
                arguments.stream().filter(one -> !one.startsWith("--")).toList();
        if (files.size() != 1) {
            err.println("Say ./run " + command + " FILE, and the options with which the system starts:"
                    + " --shomei.data=DIR, --spring.datasource.url=… and so on.");
            return NOT_UNDERSTOOD;
        }
        Path file = Path.of(files.getFirst());
        List<String> options =
                arguments.stream().filter(one -> one.startsWith("--")).toList();
        try {
            if (command.equals("export")) {
                moveOut(file, options);
            } else {
                moveIn(file, options);
            }
            return 0;
        } catch (IOException | SQLException | RuntimeException failed) {
            err.println("Not done: " + Reason.of(failed));
            return REFUSED;
        }
    }

    private void moveOut(Path file, List<String> options) throws IOException, SQLException {
        try (House house = House.toLeave(options)) {
            tell("Exported from " + house.place() + " to " + file, new MovingOut(house, file, realTime, out).export());
        }
    }

    private void moveIn(Path file, List<String> options) throws IOException, SQLException {
        try (House house = new House(options)) {
            tell(
                    "Imported into " + house.place() + " and read back, from " + file,
                    new MovingIn(house, file, realTime, out).bringIn());
            if (!house.hasAuthority()) {
                out.println("  Keys and secrets are not in the file: before the system starts, copy authority, secrets,"
                        + " tokens.json, posting and outbox from the old data directory into " + house.data());
            }
        }
    }

    private void tell(String way, Line.End end) {
        out.println(way + ": " + end.events() + " events, " + end.rows() + " rows");
        out.println("  SHA-256 of the history " + end.historySha256());
    }
}
