package jp.shomei.app;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import jp.shomei.app.RunningShomei.Answer;

/** Clients that apply, have applications approved, and download, at whatever node answers. */
final class Load implements AutoCloseable {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final int CLIENTS = 3;
    private static final long PAUSE_NANOS = 200_000_000;

    /** What was acknowledged of each request ID: {@code APPLIED}, {@code APPROVED} or {@code DOWNLOADED}. */
    final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Answers that nothing explains. */
    final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    final AtomicInteger refusedForNow = new AtomicInteger();

    private final Cluster cluster;
    private final List<String> clinics;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private volatile boolean going = true;

    Load(Cluster cluster, List<String> clinics) {
        this.cluster = cluster;
        this.clinics = clinics;
        for (int client = 0; client < CLIENTS; client++) {
            int number = client;
            clients.execute(() -> {
                while (going) {
                    live(number);
                }
            });
        }
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int more) {
        int before = acknowledged.size();
        Await.value(
                () -> acknowledged.size() >= before + more ? true : null,
                () -> "only " + (acknowledged.size() - before) + " of " + more + " acknowledged; " + surprises);
    }

    private void live(int client) {
        int number = turn.incrementAndGet();
        String clinic = clinics.get(number % clinics.size());
        boolean agrees = number % 2 == 0;
        Answer applied = ask(
                node -> node.post(
                        "institution",
                        "/api/v1/applications",
                        Clinic.application(clinic, agrees ? Clinic.NAME : "よその医院")),
                201);
        if (applied == null) {
            return;
        }
        String requestId = applied.json().get("requestId").asString();
        acknowledged.put(requestId, agrees ? "APPROVED" : "APPLIED");
        if (!agrees
                && ask(node -> node.post("officer", "/api/v1/certificates/" + requestId + "/approval", ""), 200)
                        != null) {
            acknowledged.put(requestId, "APPROVED");
        }
        if (client == 0 && agrees) {
            download(requestId);
        }
    }

    private void download(String requestId) {
        String reference = referenceId(requestId);
        if (reference != null
                && ask(
                                node -> node.post(
                                        null,
                                        "/download/p12",
                                        Map.of("requestId", requestId, "referenceId", reference, "password", "2468")),
                                200)
                        != null) {
            acknowledged.put(requestId, "DOWNLOADED");
        }
    }

    private String referenceId(String requestId) {
        while (going) {
            try {
                RunningShomei node = next();
                List<String> found = Notices.all(node, requestId, TODAY);
                if (!found.isEmpty()) {
                    return found.getFirst();
                }
            } catch (UncheckedIOException gone) {
                refusedForNow.incrementAndGet();
            } catch (AssertionError answered) {
                if (String.valueOf(answered.getMessage()).contains("503")) {
                    refusedForNow.incrementAndGet();
                } else {
                    surprises.add(answered.getMessage());
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return null;
    }

    /** Asks one node after another; a change that may or may not have been made is not asked for again. */
    private Answer ask(Function<RunningShomei, Answer> question, int expected) {
        try {
            Answer answer = question.apply(next());
            if (answer.status() == expected || answer.status() == 202) {
                return answer;
            }
            if (answer.status() == 503) {
                refusedForNow.incrementAndGet();
            } else {
                surprises.add(answer.status() + " " + answer.text());
            }
        } catch (UncheckedIOException gone) {
            refusedForNow.incrementAndGet();
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return null;
    }

    private RunningShomei next() {
        List<RunningShomei> nodes = cluster.nodes();
        return nodes.get(Math.floorMod(turn.incrementAndGet(), nodes.size()));
    }

    @Override
    public void close() throws InterruptedException {
        going = false;
        clients.shutdown();
        clients.awaitTermination(3, TimeUnit.MINUTES);
    }
}
