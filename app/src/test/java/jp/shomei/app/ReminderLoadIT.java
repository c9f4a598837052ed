package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.JsonNode;

/**
 * Very many certificates due on one day, in a process of 512 MB, and a mail server that is away at first, then refuses some
 * recipients and is slow with one: the reminders are recorded all the same, and every other mail is sent. {@code
 * -Dshomei.reminders=100000} for the long form.
 */
class ReminderLoadIT {

    private static final int CERTIFICATES = Integer.getInteger("shomei.reminders", 2_000);
    private static final int REFUSED_EVERY = 100;
    private static final int SLOW = 50;
    private static final Duration LONGEST = Duration.ofMinutes(40);

    @TempDir
    Path scratch;

    private final AtomicInteger taken = new AtomicInteger();
    private SMTPServer mailServer;

    @BeforeEach
    void prepare() {
        SeededHistory.write(scratch.resolve("data"), CERTIFICATES);
        mailServer = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> take(to))
                .build();
        mailServer.start();
    }

    @AfterEach
    void stopListening() {
        mailServer.stop();
    }

    @Test
    void allAreRemindedAndOnlyTheMailsOfABadServerWait() throws Exception {
        int port = mailServer.getPortAllocated();
        mailServer.stop();
        try (RunningShomei shomei = RunningShomei.start(
                scratch.resolve("data"),
                "--shomei.clock=2024-03-26T12:00:00+09:00",
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + port)) {
            long begin = System.nanoTime();
            shomei.post("operator", "/api/v1/clock", Map.of("now", "2024-03-27T12:00:00+09:00"));
            await(() -> due(shomei).isEmpty());
            Duration recorded = Duration.ofNanos(System.nanoTime() - begin);

            mailServer = SMTPServer.port(port)
                    .messageHandler((context, from, to, data) -> take(to))
                    .build();
            mailServer.start();
            int refused = CERTIFICATES / REFUSED_EVERY;
            await(() -> taken.get() >= CERTIFICATES - refused);
            await(() -> waiting(shomei) == 0);
            assertThat(givenUp(shomei)).isEqualTo(Math.min(refused, 200));
            System.out.printf(
                    "%d reminders recorded in %d s, mailed after %d s; most memory %s.%n",
                    CERTIFICATES,
                    recorded.toSeconds(),
                    Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                    mostMemory(shomei));
        }
    }

    private void take(String to) throws RejectException {
        int number = Integer.parseInt(to.substring(1, to.indexOf('@')));
        if (number % REFUSED_EVERY == 0) {
            throw new RejectException(550, "no such user");
        }
        if (number == SLOW) {
            LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
        }
        taken.incrementAndGet();
    }

    /** Who is named first of those still to be reminded today; empty once all are on record. */
    private static String due(RunningShomei shomei) {
        JsonNode months = shomei.get("officer", "/api/v1/reminders/forecast?months=1")
                .expect(200)
                .json()
                .get("months");
        int mails = months.get(0).get("reminders").path("EMAIL").asInt(0);
        return mails == 0 ? "" : String.valueOf(mails);
    }

    private static long waiting(RunningShomei shomei) {
        return count(shomei, "WAITING");
    }

    private static long givenUp(RunningShomei shomei) {
        return count(shomei, "GIVEN_UP");
    }

    private static long count(RunningShomei shomei, String state) {
        return shomei.get("officer", "/api/v1/mails?limit=200&state=" + state)
                .expect(200)
                .json()
                .get("items")
                .size();
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within " + LONGEST).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    private static String mostMemory(RunningShomei shomei) throws Exception {
        return Files.readAllLines(Path.of("/proc/" + shomei.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown");
    }
}
