package jp.shomei.benchmarks;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.app.SeededHistory;
import org.subethamail.smtp.server.SMTPServer;

/** The reminders of a day, from the clock's stroke to the last mail. */
final class ReminderBenchmark implements Benchmark {

    private static final long PAUSE_NANOS = 20_000_000;
    /** Enough to be warm, where a whole day takes a quarter of an hour. */
    private static final int FIRST_ROUND = 2_000;

    private static final String TEXT = "証明書の有効期限が近づいています。\n".repeat(30);

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        SMTPServer sink = SMTPServer.port(0)
                .messageHandler((context, from, to, data) -> taken.incrementAndGet())
                .build();
        sink.start();
        try {
            new Comparison(
                            "daily run of %,d reminders, until the last is mailed".formatted(scale.certificates()),
                            "the mail server taking as many mails over one connection",
                            "mails/s",
                            null)
                    .measure(
                            scale,
                            table,
                            () -> dailyRun(scale, sink.getPortAllocated()),
                            () -> bare(reminders(scale), sink.getPortAllocated()));
        } finally {
            sink.stop();
        }
    }

    private double dailyRun(Scale scale, int port) throws Exception {
        Path data = scale.scratch().resolve("data" + round.incrementAndGet());
        int reminders = reminders(scale);
        SeededHistory.write(data, reminders);
        try (Program program = Program.start(
                data,
                List.of(),
                "--shomei.key-pool=0",
                "--shomei.clock=2024-03-26T12:00:00+09:00",
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + port)) {
            ReadModelProgress.await(program);
            taken.set(0);
            long begin = System.nanoTime();
            moveTo(program, "2024-03-27T12:00:00+09:00");
            awaitMails(reminders);
            return reminders * 1e9 / (System.nanoTime() - begin);
        }
    }

    /** How many this round has. */
    private int reminders(Scale scale) {
        return round.get() == 1 ? Math.min(FIRST_ROUND, scale.certificates()) : scale.certificates();
    }

    private double bare(int mails, int port) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "localhost");
        settings.setProperty("mail.smtp.port", String.valueOf(port));
        Session session = Session.getInstance(settings);
        taken.set(0);
        long begin = System.nanoTime();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (int number = 1; number <= mails; number++) {
                MimeMessage mail = new MimeMessage(session);
                mail.setFrom("no-reply@ssk.or.jp");
                mail.setRecipient(Message.RecipientType.TO, new InternetAddress("c" + number + "@example.jp"));
                mail.setSubject("電子証明書の有効期限", StandardCharsets.UTF_8.name());
                mail.setText(TEXT, StandardCharsets.UTF_8.name());
                mail.saveChanges();
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        }
        awaitMails(mails);
        return mails * 1e9 / (System.nanoTime() - begin);
    }

    private void awaitMails(int wanted) {
        while (taken.get() < wanted) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static void moveTo(Program program, String instant) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(program.address() + "/api/v1/clock"))
                .header("Authorization", "Bearer " + program.token("operator"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"now\": \"" + instant + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the clock was answered with " + status);
            }
        }
    }
}
