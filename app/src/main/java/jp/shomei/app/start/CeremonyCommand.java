package jp.shomei.app.start;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import jp.shomei.app.time.ClockSetting;
import jp.shomei.ca.ceremony.Ceremony;

/** Carries out a command of the key ceremony in this process, without starting the system. */
public final class CeremonyCommand {

    private CeremonyCommand() {}

    /** Runs the command; answers the status to end the process with. */
    public static int run(List<String> arguments) {
        return new Ceremony(
                        ClockSetting.ofTheMachine(),
                        new SecureRandom(),
                        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .run(arguments.toArray(String[]::new));
    }
}
