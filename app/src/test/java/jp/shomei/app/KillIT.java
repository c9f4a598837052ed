package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * SIGKILL under load, again and again on the same data: nothing acknowledged may be missing, nothing doubled, and the
 * read models must catch up by themselves. {@code -Dshomei.kills=N} for more rounds, {@code -Dshomei.seed=N} to repeat.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("shomei.kills", 20);
    private static final long SEED = Long.getLong("shomei.seed", System.nanoTime());
    private static final int CLIENTS = 4;
    private static final int PAGE = 200;

    /** Status of every acknowledged request ID, as it was acknowledged last. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** One clinic for each round: none has thousands of certificates. */
    private final List<String> clinics = new CopyOnWriteArrayList<>();

    /** What a client met that no kill explains. */
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    @TempDir
    Path scratch;

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubled() throws Exception {
        Random random = new Random(SEED);
        for (int round = 1; round <= ROUNDS; round++) {
            try (RunningShomei shomei = start()) {
                check(shomei, round);
                clinics.add(Clinic.codeOf(round));
                Clinic.register(shomei, clinics.getLast());
                loadUntilKilled(shomei, 10 + random.nextInt(60));
            }
        }
        try (RunningShomei shomei = start()) {
            check(shomei, ROUNDS + 1);
            everyIssuedCertificateIsOnOneNotice(shomei);
        }
        System.out.printf(
                "%d kills (seed %d): %d acknowledged, none lost, none doubled.%n", ROUNDS, SEED, acknowledged.size());
    }

    private RunningShomei start() {
        return RunningShomei.start(scratch.resolve("data"), "--shomei.clock=2021-03-10T09:00:00+09:00");
    }

    private void loadUntilKilled(RunningShomei shomei, int answersBeforeTheKill) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(answersBeforeTheKill);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                boolean agrees = client % 2 == 0;
                clients.execute(() -> applyUntilGone(shomei, agrees, enough));
            }
            boolean loaded = enough.await(60, TimeUnit.SECONDS);
            shomei.kill();
            assertThat(loaded)
                    .as("seed %d: answered under load; %s", SEED, failures)
                    .isTrue();
        }
        assertThat(failures).as("seed %d", SEED).isEmpty();
    }

    private void applyUntilGone(RunningShomei shomei, boolean agrees, CountDownLatch enough) {
        try {
            while (true) {
                String requestId = Clinic.apply(shomei, clinics.getLast(), agrees ? Clinic.NAME : "よその医院");
                if (acknowledged.put(requestId, agrees ? "ISSUED" : "WAITING_APPROVAL") != null) {
                    throw new AssertionError(requestId + " was given out twice");
                }
                enough.countDown();
                if (!agrees) {
                    // whether this one arrives is open until it is answered
                    acknowledged.put(requestId, "?");
                    approve(shomei, requestId);
                    acknowledged.put(requestId, "ISSUED");
                    enough.countDown();
                }
            }
        } catch (UncheckedIOException killed) {
            // as intended
        } catch (AssertionError | RuntimeException unexpected) {
            failures.add(unexpected);
        }
    }

    private static void approve(RunningShomei shomei, String requestId) {
        RunningShomei.Answer answer = shomei.post("officer", "/api/v1/certificates/" + requestId + "/approval", "");
        // 202 where the decision is on record and the table is behind
        if (answer.status() != 202) {
            answer.expect(200);
        }
    }

    private void check(RunningShomei shomei, int round) {
        Map<String, String> shown = Await.value(
                () -> {
                    Map<String, String> table = table(shomei);
                    return missing(table).isEmpty() ? table : null;
                },
                () -> "seed %d, round %d: missing or behind %s; read models %s; it said:%n%s"
                        .formatted(SEED, round, missing(table(shomei)), readModels(shomei), shomei.output()));
        // what was on record but not acknowledged is settled from now on
        acknowledged.putAll(shown);
    }

    private static String readModels(RunningShomei shomei) {
        return shomei.get("operator", "/api/v1/projections").text()
                + shomei.get("operator", "/actuator/health").text();
    }

    private List<String> missing(Map<String, String> shown) {
        return acknowledged.entrySet().stream()
                .filter(one -> !agrees(one.getValue(), shown.getOrDefault(one.getKey(), "absent")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean agrees(String acknowledged, String shown) {
        return "?".equals(acknowledged)
                ? List.of("ISSUED", "WAITING_APPROVAL").contains(shown)
                : acknowledged.equals(shown);
    }

    private Map<String, String> table(RunningShomei shomei) {
        Map<String, String> table = new HashMap<>();
        clinics.forEach(clinic -> add(shomei, clinic, table));
        return table;
    }

    private static void add(RunningShomei shomei, String clinic, Map<String, String> table) {
        String cursor = "";
        do {
            JsonNode page = shomei.get(
                            "officer", "/api/v1/certificates?institution=" + clinic + "&limit=" + PAGE + cursor)
                    .expect(200)
                    .json();
            for (JsonNode item : page.get("items")) {
                String requestId = item.get("requestId").asString();
                assertThat(table.put(requestId, item.get("status").asString()))
                        .as("%s is shown once", requestId)
                        .isNull();
            }
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
    }

    private void everyIssuedCertificateIsOnOneNotice(RunningShomei shomei) {
        Set<String> issued = new HashSet<>();
        acknowledged.forEach((requestId, status) -> {
            if (status.equals("ISSUED")) {
                issued.add(requestId);
            }
        });
        Await.until(() -> enclosed(shomei).size() >= issued.size());
        List<String> enclosed = enclosed(shomei);
        assertThat(enclosed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(issued);
    }

    private static List<String> enclosed(RunningShomei shomei) {
        List<String> requestIds = new ArrayList<>();
        JsonNode notices = shomei.get("mailroom", "/api/v1/notices?dispatchOn=2021-03-11&limit=200")
                .expect(200)
                .json();
        for (JsonNode notice : notices.get("items")) {
            requestIds.addAll(notice.get("boxes").findValuesAsString("requestId"));
        }
        return requestIds;
    }
}
