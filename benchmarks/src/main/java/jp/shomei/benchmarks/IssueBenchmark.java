package jp.shomei.benchmarks;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.benchmarks.Comparison.Target;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.command.time.ReactionsCaughtUp;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;

/** The first download of a certificate: key, intent, lints, signature, record, PKCS#12. */
final class IssueBenchmark implements Benchmark {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    /** More than processors: who waits for the disk keeps none of them busy. */
    private static final int CLIENTS = 2 * PROCESSORS;

    private static final int MOST_WITHOUT_POOL = 80;
    private static final int MOST_WITH_POOL = 160;
    /** Of the certificates that histories have, this part is issued each time. */
    private static final int PART = 10;

    private static final List<String> REACTIONS =
            List.of("status-register", "notice-preparation", "mail", "fee-charging");
    private static final Duration LONGEST_REACTION = Duration.ofMinutes(5);
    private static final String OURS = "issue + PKCS#12, ";
    private static final int OF_A_CLINIC = 20;
    private static final long PAUSE_NANOS = 100_000_000;

    private final AtomicInteger clinics = new AtomicInteger();

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public List<String> tools() {
        return List.of("openssl");
    }

    @Override
    public void run(Scale scale, Table table) throws Exception {
        BareAuthority bare = new BareAuthority();
        int most = Math.min(MOST_WITHOUT_POOL, scale.certificates() / PART);
        try (Program program = Program.start(scale.scratch().resolve("empty"), List.of(), "--shomei.key-pool=0")) {
            Comparison.Measure ours = () -> downloads(program, most);
            new Comparison(
                            OURS + "no keys made ahead, " + CLIENTS + " clients",
                            "the same cryptography in a loop, " + PROCESSORS + " threads",
                            "1/s",
                            Target.atLeast(0.9))
                    .measure(scale, table, ours, () -> bare(most, () -> bare.issue(bare.holderKey())));
            openSsl(scale, table, ours, most);
            if (Commands.areThere(StepAuthority.TOOLS)) {
                stepCa(scale, table, ours, most);
            }
        }
        int keys = Math.min(MOST_WITH_POOL, scale.certificates() / PART);
        try (Program program = Program.start(scale.scratch().resolve("full"), List.of(), "--shomei.key-pool=" + keys)) {
            new Comparison(
                            OURS + "keys made ahead, " + CLIENTS + " clients",
                            "the same cryptography in a loop, keys ready, " + PROCESSORS + " threads",
                            "1/s",
                            Target.atLeast(0.9))
                    .measure(scale, table, () -> downloads(program, keys), () -> bareWithKeys(bare, keys));
        }
    }

    private void openSsl(Scale scale, Table table, Comparison.Measure ours, int most) throws Exception {
        OpenSslAuthority openssl = OpenSslAuthority.make(scale.scratch().resolve("openssl"));
        new Comparison(
                        OURS + "no keys made ahead, " + CLIENTS + " clients",
                        "openssl genpkey, req, ca and pkcs12, one after another",
                        "1/s",
                        null)
                .measure(scale, table, ours, () -> Rate.times(most / 2, 1, thread -> openssl.issue()));
    }

    private void stepCa(Scale scale, Table table, Comparison.Measure ours, int most) throws Exception {
        try (StepAuthority authority = StepAuthority.start(scale.scratch().resolve("step"))) {
            new Comparison(
                            OURS + "no keys made ahead, " + CLIENTS + " clients",
                            "step ca certificate and step certificate p12 at step-ca, " + PROCESSORS + " at a time",
                            "1/s",
                            null)
                    .measure(scale, table, ours, () -> bare(most / 2, authority::issue));
        }
    }

    private static double bareWithKeys(BareAuthority bare, int most) throws Exception {
        Queue<KeyPair> keys = new ConcurrentLinkedQueue<>();
        for (int key = 0; key < most; key++) {
            keys.add(bare.holderKey());
        }
        return bare(most, () -> bare.issue(keys.remove()));
    }

    private static double bare(int most, Issue issue) throws Exception {
        return Rate.times(most / PROCESSORS, PROCESSORS, thread -> issue.once());
    }

    private interface Issue {
        void once() throws Exception;
    }

    /** As many as were applied for, once all else that the applications led to is done. */
    private double downloads(Program program, int most) throws Exception {
        Clinics clinic = new Clinics(program);
        Queue<DownloadPkcs12> orders = new ConcurrentLinkedQueue<>();
        String code = "";
        for (int one = 0; one < most; one++) {
            if (one % OF_A_CLINIC == 0) {
                code = clinic.register(clinics.incrementAndGet());
            }
            String requestId = clinic.apply(code, true);
            orders.add(new DownloadPkcs12(requestId, clinic.referenceId(requestId), "2468", "127.0.0.1"));
        }
        awaitRest(program);
        return Rate.times(most / CLIENTS, CLIENTS, thread -> program.send(orders.remove(), HandedOut.class));
    }

    private static void awaitRest(Program program) throws Exception {
        ReactionsCaughtUp reactions = program.bean(ReactionsCaughtUp.class);
        REACTIONS.forEach(group -> reactions.await(group, LONGEST_REACTION));
        ReadModelProgress.await(program);
        awaitKeys(program.bean(KeyPool.class), program);
    }

    private static void awaitKeys(KeyPool pool, Program program) {
        int wanted = program.setting("shomei.key-pool");
        while (pool.ready() < wanted) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
