package jp.shomei.app.backup;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import jp.shomei.app.start.QuietLog;
import jp.shomei.app.start.StartRefused;
import jp.shomei.app.time.ClockSetting;
import jp.shomei.ca.restoration.ListRefused;
import jp.shomei.ca.secret.SecretUnusable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What is done with backups while no system runs. */
@Command(
        name = "backup",
        description = "Checks backups and goes back to them. The running system makes them: POST /api/v1/backups",
        synopsisSubcommandLabel = "COMMAND")
public final class BackupCommand {

    private static final int REFUSED = 1;

    private final PrintWriter err;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Lists the options.")
    private boolean help;

    private BackupCommand(PrintWriter err) {
        this.err = err;
    }

    /** Runs the command; answers the status to end the process with: 0 if it is done, 1 if not, 2 if not understood. */
    public static int run(List<String> arguments) {
        QuietLog.set();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(ClockSetting.ofTheMachine(), out, err, arguments);
    }

    static int run(Clock realTime, PrintWriter out, PrintWriter err, List<String> arguments) {
        BackupCommand command = new BackupCommand(err);
        return new CommandLine(command)
                .addSubcommand(new VerifyBackup(out))
                .addSubcommand(new RestoreBackup(realTime, out))
                .addSubcommand(new RevokeAgain(out))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, line, result) -> command.tell(failure))
                .execute(arguments.toArray(String[]::new));
    }

    private int tell(Exception failure) throws Exception {
        boolean expected = failure instanceof BackupRefused
                || failure instanceof StartRefused
                || failure instanceof ListRefused
                || failure instanceof SecretUnusable
                || failure instanceof UncheckedIOException
                || failure instanceof java.io.IOException;
        if (!expected) {
            throw failure;
        }
        err.println("Not done: " + failure.getMessage());
        return REFUSED;
    }
}
