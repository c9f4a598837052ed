package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the running system, and what a system that goes on from one knows. */
class BackupIT {

    private static final long SEED = Long.getLong("shomei.seed", System.nanoTime());
    private static final LocalDate DAY = LocalDate.of(2021, 3, 10);
    private static final String CLOCK = "--shomei.clock=2021-03-10T09:00:00+09:00";
    private static final String CRL_NUMBER = "2.5.29.20";
    private static final int HEADERS = 4;
    private static final String QUIET = Clinic.codeOf(1);
    private static final String BUSY = Clinic.codeOf(2);

    @TempDir
    Path scratch;

    @Test
    void aSystemThatGoesOnFromABackupShowsTheSameAndForgetsNoRevocation() throws Exception {
        Path lost = scratch.resolve("lost");
        List<String> known = new ArrayList<>();
        Map<String, String> views;
        String backup;
        String kept;
        String revoked;
        String firstReference;
        String lostReference;
        List<String> lostIds = new ArrayList<>();
        List<String> serials = new ArrayList<>();
        BigInteger published;
        try (RunningShomei shomei = RunningShomei.start(lost, CLOCK)) {
            Clinic.register(shomei);
            Clinic.register(shomei, QUIET);
            Clinic.register(shomei, BUSY);
            known.add(Clinic.apply(shomei, QUIET, Clinic.NAME));
            known.add(Clinic.apply(shomei, QUIET, "よその医院"));
            kept = Clinic.apply(shomei, Clinic.NAME);
            revoked = Clinic.apply(shomei, Clinic.NAME);
            firstReference = Notices.referenceId(shomei, kept, DAY);
            download(shomei, kept, firstReference);
            download(shomei, revoked, Notices.referenceId(shomei, revoked, DAY));
            aBackupIsMadeUnderLoad(shomei);
            Outbox.settled(shomei, kept);

            views = settledViews(shomei, known);
            backup = make(shomei);

            serials.add(revoke(shomei, revoked, "keyCompromise"));
            String since = Clinic.apply(shomei, Clinic.NAME);
            lostIds.add(since);
            download(shomei, since, Notices.referenceId(shomei, since, DAY));
            serials.add(revoke(shomei, since, "superseded"));
            lostReference = reissued(shomei, kept, List.of(firstReference));
            Await.until(() -> serials.stream().allMatch(serial -> list(shomei).contains(serial)));
            Files.write(scratch.resolve("newest.crl"), list(shomei).der());
            published = list(shomei).number();
            shomei.kill();
        }

        OfflineProgram.run(scratch, "backup", "verify", backup);
        OfflineProgram.run(scratch, "backup", "restore", backup, "--data=same");
        try (RunningShomei same = RunningShomei.start(scratch.resolve("same"), CLOCK)) {
            Await.value(
                    () -> settledViews(same, known).equals(views) ? true : null,
                    () -> "expected " + views + "\nbut shown is " + settledViews(same, known));
        }

        assertThat(OfflineProgram.run(scratch, "backup", "restore", backup, "--data=found", "--crl=newest.crl"))
                .contains("1 of them are revoked again", serials.get(0))
                .contains("1 of them are of certificates issued after the backup", serials.get(1));
        try (RunningShomei found = RunningShomei.start(scratch.resolve("found"), CLOCK)) {
            assertThat(serials).allMatch(serial -> list(found).contains(serial));
            assertThat(list(found).number()).isGreaterThan(published.add(BigInteger.valueOf(1_000_000)));
            Await.until(() -> RecordedHistory.of(found, revoked).types().contains("CertificateRevoked"));
            assertThat(RecordedHistory.of(found, revoked)
                            .onlyOne("CertificateRevoked")
                            .get("reason")
                            .asString())
                    .isEqualTo("KEY_COMPROMISE");
            download(found, kept, firstReference);
            assertThat(reissued(found, kept, List.of(firstReference))).isNotEqualTo(lostReference);
            String next = Clinic.apply(found, Clinic.NAME);
            assertThat(lostIds).doesNotContain(next);
            assertThat(next).isGreaterThan("202103100100000");
            assertThat(Notices.referenceId(found, next, DAY)).isNotEmpty();
            assertThat(Outbox.settled(found, revoked).daysOf("CERTIFICATE_REVOKED"))
                    .isEmpty();
        }
    }

    @Test
    void aKillLeavesNothingHalf() throws Exception {
        Random random = new Random(SEED);
        Path data = scratch.resolve("data");
        SeededHistory.write(data, 2_000);
        for (int round = 0; round < 2; round++) {
            try (RunningShomei shomei = RunningShomei.start(data, CLOCK)) {
                shomei.post("operator", "/api/v1/backups", "").expect(202);
                int wait = random.nextInt(1_500);
                long end = System.nanoTime() + wait * 1_000_000L;
                Await.until(() -> System.nanoTime() > end);
                shomei.kill();
            }
            for (Path made : backups(data)) {
                OfflineProgram.run(scratch, "backup", "verify", made.toString());
            }
        }
        String backup;
        try (RunningShomei shomei = RunningShomei.start(data, CLOCK)) {
            backup = make(shomei);
        }
        assertThat(data.resolve("backups/.being-made")).doesNotExist();
        Path restored = scratch.resolve("restored");
        for (int round = 0; round < 4; round++) {
            OfflineProgram restore =
                    OfflineProgram.begin(scratch, List.of(), "backup", "restore", backup, "--data=" + restored);
            if (!restore.killAfter(500 + random.nextInt(4_000)) && restore.awaitEnd() == 0) {
                break;
            }
            if (Files.exists(restored.resolve("restore-unfinished"))) {
                OfflineProgram start = OfflineProgram.begin(scratch, List.of(), "--shomei.data=" + restored);
                assertThat(start.awaitEnd()).as("seed %d", SEED).isNotZero();
                assertThat(start.said()).contains("was broken off", "./run backup restore FILE");
            }
        }
        if (!Files.exists(restored.resolve("durable"))) {
            OfflineProgram.run(scratch, "backup", "restore", backup, "--data=" + restored);
        }
        try (RunningShomei shomei = RunningShomei.start(restored, CLOCK)) {
            shomei.get("operator", "/api/v1/projections").expect(200);
        }
    }

    @Test
    void theLinesOfTheGuideMakeCheckAndRestoreABackup() throws Exception {
        RunScript.in(scratch);
        String requestId;
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("data"), CLOCK)) {
            Clinic.register(shomei);
            requestId = Clinic.apply(shomei, Clinic.NAME);
            assertThat(DocumentedLines.type("docs/backup.md", shomei, scratch))
                    .contains("\"state\":\"BEING_MADE\"", "MADE", "-rw-------")
                    .contains("is whole and unaltered", "is restored in", "0 of them are revoked again", "durable");
        }
        try (RunningShomei shomei = RunningShomei.start(scratch.resolve("restored"), CLOCK)) {
            Await.until(() ->
                    shomei.get("officer", "/api/v1/certificates/" + requestId).status() == 200);
        }
    }

    private void aBackupIsMadeUnderLoad(RunningShomei shomei) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<String> applied = new ArrayList<>();
        Thread load = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                applied.add(Clinic.apply(shomei, BUSY, Clinic.NAME));
            }
        });
        String made = make(shomei);
        enough.set(true);
        load.join();
        assertThat(applied).as("answered meanwhile").isNotEmpty();
        OfflineProgram.run(scratch, "backup", "verify", made);
    }

    private static String make(RunningShomei shomei) {
        String name = shomei.post("operator", "/api/v1/backups", "")
                .expect(202)
                .json()
                .get("name")
                .asString();
        return Await.value(() -> shomei.get("operator", "/api/v1/backups")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .filter(item -> item.get("name").asString().equals(name) && item.has("file"))
                .map(item -> item.get("file").asString())
                .findFirst()
                .orElse(null));
    }

    private static void download(RunningShomei shomei, String requestId, String referenceId) {
        shomei.post(
                        null,
                        "/download/p12",
                        Map.of("requestId", requestId, "referenceId", referenceId, "password", "2468"))
                .expect(200);
    }

    private static String revoke(RunningShomei shomei, String requestId, String reason) {
        shomei.post("institution", "/api/v1/certificates/" + requestId + "/revocation", Map.of("reason", reason));
        return RecordedHistory.of(shomei, requestId)
                .onlyOne("CertificateSigned")
                .get("serialNumber")
                .asString();
    }

    private static String reissued(RunningShomei shomei, String requestId, List<String> before) {
        shomei.post("officer", "/api/v1/certificates/" + requestId + "/notice", Map.of("reason", "紛失"));
        return Await.value(() -> Notices.all(shomei, requestId, DAY).stream()
                .filter(reference -> !before.contains(reference))
                .findFirst()
                .orElse(null));
    }

    /** Everything that is shown, by where, once every read model has taken in everything. */
    private static Map<String, String> settledViews(RunningShomei shomei, List<String> requestIds) {
        Await.until(() -> shomei.get("operator", "/api/v1/projections")
                .json()
                .get("items")
                .valueStream()
                .allMatch(model -> model.get("state").asString().equals("RUNNING")
                        && model.has("position")
                        && model.get("position").equals(model.get("head"))));
        Map<String, String> views = new LinkedHashMap<>();
        for (String code : List.of(Clinic.CODE, QUIET, BUSY)) {
            show(shomei, "officer", "/api/v1/certificates?limit=200&institution=" + code, views);
            show(shomei, "billing", "/api/v1/institutions/" + code + "/bills", views);
        }
        for (String requestId : requestIds) {
            show(shomei, "officer", "/api/v1/certificates/" + requestId, views);
            show(shomei, "auditor", "/api/v1/certificates/" + requestId + "/history", views);
            show(shomei, "officer", "/api/v1/mails?requestId=" + requestId, views);
        }
        show(shomei, "officer", "/api/v1/applications", views);
        show(shomei, "officer", "/api/v1/revocations", views);
        show(shomei, "officer", "/api/v1/reminders/forecast?months=60", views);
        show(shomei, "officer", "/api/v1/reminders?on=2021-08-07&channel=EMAIL", views);
        show(shomei, "mailroom", "/api/v1/notices?limit=200&dispatchOn=" + DAY.plusDays(1), views);
        show(shomei, "mailroom", "/api/v1/posting-batches", views);
        show(shomei, "billing", "/api/v1/ledgers/2021-05", views);
        return views;
    }

    private static void show(RunningShomei shomei, String role, String path, Map<String, String> views) {
        views.put(path, shomei.get(role, path).expect(200).text());
    }

    private static List<Path> backups(Path data) throws Exception {
        if (!Files.isDirectory(data.resolve("backups"))) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(data.resolve("backups"))) {
            return found.filter(path -> path.toString().endsWith(".zip")).toList();
        }
    }

    private static PublishedList list(RunningShomei shomei) {
        return new PublishedList(shomei.get(null, "/ca/issuing.crl").expect(200).bytes());
    }

    /** A revocation list as anybody gets it. */
    private record PublishedList(byte[] der) {

        boolean contains(String serialNumber) {
            return read().getRevokedCertificate(new BigInteger(serialNumber, 16)) != null;
        }

        BigInteger number() {
            byte[] extension = read().getExtensionValue(CRL_NUMBER);
            return new BigInteger(Arrays.copyOfRange(extension, HEADERS, extension.length));
        }

        private X509CRL read() {
            try {
                return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
            } catch (java.security.GeneralSecurityException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
    }
}
