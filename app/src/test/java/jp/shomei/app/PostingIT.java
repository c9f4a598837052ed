package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Letters through the real program: printed at night, posted, returned, posted again, and told of by mail. */
class PostingIT {

    private static final Charset OF_THE_MANIFEST = Charset.forName("windows-31j");

    @TempDir
    Path scratch;

    @Test
    void noLetterIsLostOnItsWay() throws Exception {
        Path data = scratch.resolve("data");
        try (RunningShomei shomei = RunningShomei.start(data, "--shomei.clock=2021-03-10T09:00:00+09:00")) {
            Clinic.register(shomei);
            String other = Clinic.codeOf(7);
            Clinic.register(shomei, other);
            List<String> together = List.of(Clinic.apply(shomei, Clinic.NAME), Clinic.apply(shomei, Clinic.NAME));
            String alone = Clinic.apply(shomei, other, Clinic.NAME);
            clock(shomei, "2021-03-11");

            JsonNode batch = sealed(shomei, "B20210311-1");
            byte[] archive = archive(shomei, "B20210311-1");
            assertThat(sha256(archive)).isEqualTo(batch.get("sha256").asString());
            List<String> letters = letters(archive);
            assertThat(letters).hasSize(2);
            Files.delete(data.resolve("posting/B20210311-1.zip"));
            assertThat(archive(shomei, "B20210311-1")).isEqualTo(archive);

            String late = Clinic.apply(shomei, Clinic.NAME);
            String posted = letters.getFirst() + ",39960000010,DISPATCHED,2021-03-11,\n" + letters.getLast()
                    + ",39960000021,DISPATCHED,2021-03-11,\n";
            assertThat(report(shomei, posted).get("recorded").asInt()).isEqualTo(2);
            assertThat(report(shomei, posted).get("unchanged").asInt()).isEqualTo(2);
            for (String requestId : together) {
                assertThat(Outbox.settled(shomei, requestId).daysOf("NOTICE_POSTED"))
                        .containsExactly("2021-03-11");
            }

            String returned = noticeOf(shomei, alone);
            comesBackAndIsSeenTo(shomei, returned);
            assertThat(Outbox.settled(shomei, alone).daysOf("NOTICE_RETURNED")).containsExactly("2021-03-11");
            clock(shomei, "2021-03-12");
            sealed(shomei, "B20210312-1");
            assertThat(letters(archive(shomei, "B20210312-1")))
                    .containsExactlyInAnyOrder(returned, noticeOf(shomei, late));
            // what was printed in the first batch is still what it holds
            Files.delete(data.resolve("posting/B20210311-1.zip"));
            assertThat(archive(shomei, "B20210311-1")).isEqualTo(archive);
        }
    }

    private static void comesBackAndIsSeenTo(RunningShomei shomei, String noticeId) {
        report(shomei, noticeId + ",,RETURNED,2021-03-11,あて所に尋ねあたりません\n");
        assertThat(Await.value(() -> shomei.get("officer", "/api/v1/notices/returned")
                        .expect(200)
                        .json()
                        .get("items")
                        .valueStream()
                        .map(notice -> notice.get("noticeId").asString())
                        .findFirst()
                        .orElse(null)))
                .isEqualTo(noticeId);
        String notice = "/api/v1/notices/" + noticeId;
        shomei.post("officer", notice + "/contact", Map.of("means", "PHONE", "outcome", "郵便受けの表示を直していただく"))
                .expect(200);
        JsonNode again =
                shomei.post("officer", notice + "/resend", "").expect(200).json();
        assertThat(again.get("dispatchOn").asString()).isEqualTo("2021-03-12");
        assertThat(shomei.get("mailroom", notice + ".pdf").expect(200).text()).startsWith("%PDF-");
    }

    private static JsonNode sealed(RunningShomei shomei, String batchId) {
        return Await.value(() -> {
            RunningShomei.Answer answer = shomei.get("mailroom", "/api/v1/posting-batches/" + batchId);
            return answer.status() == 200 && answer.json().has("sha256") ? answer.json() : null;
        });
    }

    private static byte[] archive(RunningShomei shomei, String batchId) {
        return shomei.get("mailroom", "/api/v1/posting-batches/" + batchId + ".zip")
                .expect(200)
                .bytes();
    }

    private static JsonNode report(RunningShomei shomei, String lines) {
        JsonNode report = shomei.postCsv(
                        "mailroom", "/api/v1/notices/results", "noticeId,trackingNumber,result,on,reason\n" + lines)
                .expect(200)
                .json();
        assertThat(report.get("refused").size()).as(report.toString()).isZero();
        return report;
    }

    private static String noticeOf(RunningShomei shomei, String requestId) {
        return Await.value(() -> {
            JsonNode detail = shomei.get("officer", "/api/v1/certificates/" + requestId)
                    .expect(200)
                    .json();
            return detail.has("notice") ? detail.get("notice").get("noticeId").asString() : null;
        });
    }

    /** The notices of an archive, by its manifest, whose digests are right. */
    private static List<String> letters(byte[] archive) throws Exception {
        Map<String, byte[]> entries = entries(archive);
        List<String> manifest = new String(entries.remove("manifest.csv"), OF_THE_MANIFEST)
                .lines()
                .skip(1)
                .toList();
        assertThat(manifest).hasSameSizeAs(entries.keySet());
        for (String line : manifest) {
            String[] columns = line.split(",", -1);
            byte[] letter = entries.get(columns[columns.length - 2]);
            assertThat(sha256(letter)).isEqualTo(columns[columns.length - 1]);
        }
        return manifest.stream().map(line -> line.split(",", -1)[1]).toList();
    }

    private static Map<String, byte[]> entries(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static void clock(RunningShomei shomei, String day) {
        shomei.post("operator", "/api/v1/clock", Map.of("now", day + "T09:00:00+09:00"))
                .expect(200);
    }
}
