package jp.shomei.app;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Months of applications, letters and renewals through the real program, and what must have been charged for them. */
final class FeeRehearsal {

    static final int INSTITUTIONS = 8;

    /** From this day on, amid of a month, everything costs more. */
    private static final LocalDate DEARER = LocalDate.of(2024, 2, 12);

    private static final int LONGEST_KILLED_MILLIS = 3_000;

    private final Path data;
    private final Random random;

    /** The name of every charge there must be, and its amount in yen. */
    final SortedMap<String, Integer> expected = new TreeMap<>();

    private final List<String> certificates = new ArrayList<>();
    private final List<JsonNode> letters = new ArrayList<>();
    private final List<JsonNode> returned = new ArrayList<>();
    private LocalDate today;
    private RunningShomei shomei;

    FeeRehearsal(Path data, Random random, LocalDate begin) {
        this.data = data;
        this.random = random;
        this.today = begin;
        this.shomei = start();
        for (int number = 1; number <= INSTITUTIONS; number++) {
            Map<String, Object> filed = Clinic.registration();
            filed.put("paymentMethod", number % 3 == 0 ? "PAYMENT_SLIP" : "DEDUCTION");
            shomei.put("operator", "/api/v1/institutions/" + Clinic.codeOf(number), filed);
        }
    }

    RunningShomei shomei() {
        return shomei;
    }

    LocalDate today() {
        return today;
    }

    void stop() throws InterruptedException {
        shomei.close();
    }

    /** So many apply; most are issued by rule, of the others some by an officer, and some are cancelled or rejected. */
    void apply(int applicants) {
        for (int one = 0; one < applicants; one++) {
            String code = Clinic.codeOf(1 + random.nextInt(INSTITUTIONS));
            boolean agrees = random.nextInt(10) < 7;
            String requestId = Clinic.apply(shomei, code, agrees ? Clinic.NAME : "別の医院");
            if (agrees || decide(requestId)) {
                certificates.add(requestId);
                expected.put("L-" + requestId, price(1_500, 1_650));
            }
        }
    }

    /** Some who may are renewed, one of them twice in a row, which is one renewal. */
    void renew() {
        for (String requestId : List.copyOf(certificates)) {
            if (random.nextInt(4) > 0) {
                continue;
            }
            int status = renew(requestId);
            if (status == 200) {
                expected.put("R-" + requestId + "-2", price(1_500, 1_600));
                renew(requestId);
            }
        }
    }

    /** What is to be posted on these days is posted, most of it; some comes back and is posted again, at no cost. */
    void post(LocalDate from, LocalDate until) {
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            items("/api/v1/notices?limit=200&dispatchOn=" + day).forEach(this::postMaybe);
        }
        for (JsonNode notice : List.copyOf(letters)) {
            if (random.nextInt(5) == 0) {
                report(notice, "/return", Map.of("reason", "あて所に尋ねあたりません"));
                report(notice, "/resend", Map.of());
                letters.remove(notice);
                returned.add(notice);
            }
        }
    }

    /** What came back is posted once more. */
    void postAgain() {
        returned.forEach(notice -> report(notice, "/dispatch", Map.of("trackingNumber", "39960000010")));
        returned.clear();
    }

    /** Moves the clock; now and then the process is killed amid of it, and started again. */
    void moveTo(LocalDate day, boolean killed) throws InterruptedException {
        if (killed) {
            RunningShomei doomed = shomei;
            Thread run = Thread.ofPlatform().start(() -> moveUntilGone(doomed, day));
            killSoon(run);
        }
        move(shomei, day);
        today = day;
    }

    /** Sends a list of results; now and then the process is killed amid of it, and they are sent again. */
    JsonNode results(String month, String csv, boolean killed) throws InterruptedException {
        String path = "/api/v1/ledgers/" + month + "/results";
        if (killed) {
            RunningShomei doomed = shomei;
            Thread run = Thread.ofPlatform().start(() -> sendUntilGone(doomed, path, csv));
            killSoon(run);
        }
        return shomei.postCsv("billing", path, csv).expect(200).json();
    }

    /** All items of a list, page by page. */
    List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String role = path.contains("/notices") ? "mailroom" : "billing";
            JsonNode page = shomei.get(role, path + cursor).expect(200).json();
            page.get(page.has("items") ? "items" : "lines").forEach(items::add);
            cursor = page.has("nextCursor")
                    ? (path.contains("?") ? "&" : "?") + "cursor="
                            + page.get("nextCursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }

    /** Throws away what is shown, and waits until it was derived again from what happened. */
    void deriveAgain() throws Exception {
        shomei.close();
        try (Stream<Path> files = Files.walk(data.resolve("read-models"))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        shomei = start();
        Await.until(() -> shomei.get("operator", "/api/v1/projections")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .allMatch(model -> !model.has("progress")
                        && model.path("position").asLong(-1)
                                >= model.path("head").asLong(0)));
    }

    private int price(int before, int since) {
        return today.isBefore(DEARER) ? before : since;
    }

    private void killSoon(Thread run) throws InterruptedException {
        LockSupport.parkNanos(random.nextInt(LONGEST_KILLED_MILLIS) * 1_000_000L);
        shomei.kill();
        run.join();
        shomei = start();
    }

    private void postMaybe(JsonNode notice) {
        if (!notice.get("status").asString().equals("PREPARED") || random.nextInt(8) == 0) {
            return;
        }
        report(notice, "/dispatch", Map.of("trackingNumber", "39960000010"));
        letters.add(notice);
        expected.put("P-" + notice.get("noticeId").asString(), price(753, 880));
    }

    private void report(JsonNode notice, String what, Map<String, String> body) {
        RunningShomei.Answer answer = shomei.post(
                "mailroom", "/api/v1/notices/" + notice.get("noticeId").asString() + what, body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    private boolean decide(String requestId) {
        int choice = random.nextInt(3);
        String certificate = "/api/v1/certificates/" + requestId;
        switch (choice) {
            case 0 ->
                shomei.post("officer", certificate + "/approval", Map.of()).expect(200);
            case 1 ->
                shomei.post("institution", certificate + "/cancellation", Map.of())
                        .expect(200);
            default ->
                shomei.post("officer", certificate + "/rejection", Map.of("reason", "名称が異なります"))
                        .expect(200);
        }
        return choice == 0;
    }

    private int renew(String requestId) {
        return shomei.post("institution", "/api/v1/certificates/" + requestId + "/renewal", Map.of("password", "2468"))
                .status();
    }

    private RunningShomei start() {
        return RunningShomei.start(
                data,
                "--shomei.clock=" + today + "T12:00:00+09:00",
                "--shomei.profile=ec-p256",
                "--shomei.fee.prices[0].from=" + DEARER,
                "--shomei.fee.prices[0].licence=1650",
                "--shomei.fee.prices[0].renewal=1600",
                "--shomei.fee.prices[0].postage=880",
                "--shomei.renewal.days=365");
    }

    private static void move(RunningShomei shomei, LocalDate day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T12:00:00+09:00"))
                .expect(200);
    }

    private static void moveUntilGone(RunningShomei doomed, LocalDate day) {
        try {
            move(doomed, day);
        } catch (UncheckedIOException killed) {
            // as intended
        }
    }

    private static void sendUntilGone(RunningShomei doomed, String path, String csv) {
        try {
            doomed.postCsv("billing", path, csv);
        } catch (UncheckedIOException killed) {
            // as intended
        }
    }
}
