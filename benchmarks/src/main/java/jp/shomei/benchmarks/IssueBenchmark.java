package jp.shomei.benchmarks;

import java.security.KeyPair;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jp.shomei.benchmarks.Comparison.Target;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;

/** The first download of a certificate: key, intent, lints, signature, record, PKCS#12. */
final class IssueBenchmark implements Benchmark {

    private static final int THREADS = 2;
    private static final int EACH_WITHOUT_POOL = 40;
    private static final int EACH_WITH_POOL = 80;
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
        try (Program program = Program.start(scale.scratch().resolve("empty"), List.of(), "--shomei.key-pool=0")) {
            new Comparison(
                            "issue + PKCS#12, no keys made ahead, " + THREADS + " threads",
                            "the same cryptography in a loop",
                            "1/s",
                            Target.atLeast(0.9))
                    .measure(
                            scale,
                            table,
                            () -> downloads(program, EACH_WITHOUT_POOL),
                            () -> Rate.times(EACH_WITHOUT_POOL, THREADS, thread -> bare.issue(bare.holderKey())));
            openSsl(scale, table, program);
            if (Commands.areThere(StepAuthority.TOOLS)) {
                stepCa(scale, table, program);
            }
        }
        int keys = THREADS * EACH_WITH_POOL;
        try (Program program = Program.start(scale.scratch().resolve("full"), List.of(), "--shomei.key-pool=" + keys)) {
            new Comparison(
                            "issue + PKCS#12, keys made ahead, " + THREADS + " threads",
                            "the same cryptography in a loop, keys ready",
                            "1/s",
                            Target.atLeast(0.9))
                    .measure(scale, table, () -> downloads(program, EACH_WITH_POOL), () -> bareWithKeys(bare));
        }
    }

    private void openSsl(Scale scale, Table table, Program program) throws Exception {
        OpenSslAuthority openssl = OpenSslAuthority.make(scale.scratch().resolve("openssl"));
        new Comparison(
                        "issue + PKCS#12, no keys made ahead, " + THREADS + " threads",
                        "openssl genpkey, req, ca and pkcs12, one after another",
                        "1/s",
                        null)
                .measure(
                        scale,
                        table,
                        () -> downloads(program, EACH_WITHOUT_POOL),
                        () -> Rate.times(EACH_WITHOUT_POOL / 2, 1, thread -> openssl.issue()));
    }

    private void stepCa(Scale scale, Table table, Program program) throws Exception {
        try (StepAuthority authority = StepAuthority.start(scale.scratch().resolve("step"))) {
            new Comparison(
                            "issue + PKCS#12, no keys made ahead, " + THREADS + " threads",
                            "step ca certificate and step certificate p12 at step-ca, one after another",
                            "1/s",
                            null)
                    .measure(
                            scale,
                            table,
                            () -> downloads(program, EACH_WITHOUT_POOL),
                            () -> Rate.times(EACH_WITHOUT_POOL / 2, 1, thread -> authority.issue()));
        }
    }

    private static double bareWithKeys(BareAuthority bare) throws Exception {
        Queue<KeyPair> keys = new ConcurrentLinkedQueue<>();
        for (int key = 0; key < THREADS * EACH_WITH_POOL; key++) {
            keys.add(bare.holderKey());
        }
        return Rate.times(EACH_WITH_POOL, THREADS, thread -> bare.issue(keys.remove()));
    }

    private double downloads(Program program, int each) throws Exception {
        Clinics clinic = new Clinics(program);
        Queue<DownloadPkcs12> orders = new ConcurrentLinkedQueue<>();
        String code = "";
        for (int one = 0; one < THREADS * each; one++) {
            if (one % OF_A_CLINIC == 0) {
                code = clinic.register(clinics.incrementAndGet());
            }
            String requestId = clinic.apply(code, true);
            orders.add(new DownloadPkcs12(requestId, clinic.referenceId(requestId), "2468", "127.0.0.1"));
        }
        awaitKeys(program.bean(KeyPool.class), program);
        return Rate.times(each, THREADS, thread -> program.send(orders.remove(), HandedOut.class));
    }

    private static void awaitKeys(KeyPool pool, Program program) {
        int wanted = program.setting("shomei.key-pool");
        while (pool.ready() < wanted) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
