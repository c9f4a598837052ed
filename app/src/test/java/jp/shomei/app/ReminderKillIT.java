package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL at random moments of a daily run that reminds many: every reminder is on record once and reaches the mail server.
 * One that reaches it twice was taken just before a kill, and has the same Message-ID. {@code -Dshomei.reminder.kills=N}
 * for more rounds, {@code -Dshomei.seed=N} for other moments.
 */
class ReminderKillIT {

    private static final int ROUNDS = Math.min(13, Integer.getInteger("shomei.reminder.kills", 5));
    private static final long SEED = Long.getLong("shomei.seed", 20_240_327);
    private static final int CERTIFICATES = 30;
    private static final int SENDERS = 4;

    /** From the order to move the clock until everything is done, on a quiet machine, and some more. */
    private static final int LONGEST_RUN_MILLIS = 2_500;

    /** The days on which mails of an expiry on 2024-06-10 are due, until the last. */
    private static final List<LocalDate> DUE = IntStream.of(75, 60, 45, 30, 15, 7, 6, 5, 4, 3, 2, 1, 0)
            .mapToObj(LocalDate.of(2024, 6, 10)::minusDays)
            .toList();

    @TempDir
    Path scratch;

    private final Map<String, Integer> arrived = new ConcurrentHashMap<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private SMTPServer mailServer;

    @BeforeEach
    void listen() {
        mailServer = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> arrived.merge(messageId(data), 1, Integer::sum))
                .build();
        mailServer.start();
    }

    @AfterEach
    void stopListening() {
        mailServer.stop();
    }

    @Test
    void everyReminderIsOnRecordOnceAndSent() throws Exception {
        Random random = new Random(SEED);
        List<String> certificates = applyAndWaitUntilTheFirstReminder();
        int inTheMiddle = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = DUE.get(round);
            try (RunningShomei doomed = start()) {
                int before = arrived.size();
                Thread run = Thread.ofPlatform().start(() -> moveUntilGone(doomed, day));
                awaitMoment(round, before, random);
                doomed.kill();
                run.join();
                inTheMiddle += arrived.size() - before < CERTIFICATES ? 1 : 0;
            }
        }
        try (RunningShomei shomei = start()) {
            move(shomei, DUE.getLast().plusDays(1));
            int repeated = 0;
            for (String requestId : certificates) {
                repeated += isRemindedOfEveryStageOnce(shomei, requestId);
            }
            assertThat(repeated).as("only what was under way at a kill").isLessThanOrEqualTo(ROUNDS * SENDERS);
            assertThat(failures).isEmpty();
            assertThat(inTheMiddle)
                    .as("kills before all mails of the day had arrived")
                    .isPositive();
            System.out.printf(
                    "%d kills (seed %d): %d mails arrived, %d of them twice.%n",
                    ROUNDS, SEED, arrived.size(), repeated);
        }
    }

    /** In turns: after so many mails of the day have arrived, and after so long. */
    private void awaitMoment(int round, int before, Random random) {
        if (round % 2 == 0) {
            int mails = before + 1 + random.nextInt(CERTIFICATES / 2);
            Await.until(() -> arrived.size() >= mails);
        } else {
            LockSupport.parkNanos(random.nextInt(LONGEST_RUN_MILLIS) * 1_000_000L);
        }
    }

    private List<String> applyAndWaitUntilTheFirstReminder() throws Exception {
        try (RunningShomei shomei = start()) {
            Clinic.register(shomei);
            List<String> certificates = IntStream.range(0, CERTIFICATES)
                    .mapToObj(one -> Clinic.apply(shomei, Clinic.NAME))
                    .toList();
            move(shomei, DUE.getFirst().minusDays(1));
            return certificates;
        }
    }

    /** The clock goes on where the history ends: to start it later would pass over days that were not run. */
    private RunningShomei start() {
        return RunningShomei.start(
                scratch.resolve("data"),
                "--shomei.clock=2021-03-10T12:00:00+09:00",
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + mailServer.getPortAllocated());
    }

    private void moveUntilGone(RunningShomei doomed, LocalDate day) {
        try {
            move(doomed, day);
        } catch (UncheckedIOException killed) {
            // as intended
        } catch (AssertionError | RuntimeException unexpected) {
            failures.add(unexpected);
        }
    }

    private static void move(RunningShomei shomei, LocalDate day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T12:00:00+09:00"))
                .expect(200);
    }

    /** How many of its mails arrived twice. */
    private int isRemindedOfEveryStageOnce(RunningShomei shomei, String requestId) {
        List<LocalDate> recorded = RecordedHistory.of(shomei, requestId).events().stream()
                .filter(event -> event.get("type").asString().equals("ReminderSent"))
                .map(event -> event.get("payload"))
                .filter(reminder -> reminder.get("kind").asString().equals("EXPIRY"))
                .map(reminder -> LocalDate.parse(reminder.get("endsOn").asString())
                        .minusDays(reminder.get("stage").asInt()))
                .toList();
        assertThat(recorded).isEqualTo(DUE);

        List<Integer> times = new ArrayList<>();
        for (JsonNode mail : mails(shomei, requestId)) {
            String messageId = mail.get("mailId").asString();
            times.add(Await.value(() -> arrived.get(messageId), () -> messageId + " did not arrive"));
        }
        assertThat(times).hasSizeGreaterThanOrEqualTo(DUE.size()).allMatch(one -> one <= 1 + ROUNDS);
        return (int) times.stream().filter(one -> one > 1).count();
    }

    private static List<JsonNode> mails(RunningShomei shomei, String requestId) {
        return Await.value(() -> {
            List<JsonNode> mails = shomei.get("officer", "/api/v1/mails?limit=200&requestId=" + requestId)
                    .expect(200)
                    .json()
                    .get("items")
                    .valueStream()
                    .toList();
            long reminders = mails.stream()
                    .filter(mail -> mail.get("kind").asString().equals("CERTIFICATE_EXPIRES"))
                    .count();
            return reminders == DUE.size() ? mails : null;
        });
    }

    /** What precedes the domain in a Message-ID. */
    private String messageId(byte[] mail) throws RejectException {
        try {
            String whole = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail))
                    .getMessageID();
            return whole.substring(1, whole.indexOf('@'));
        } catch (MessagingException | RuntimeException unreadable) {
            failures.add(unreadable);
            throw new RejectException("unreadable");
        }
    }
}
