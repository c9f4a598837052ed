package jp.shomei.app;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the mailroom reads on the notices. */
final class Notices {

    private static final int MOST_DAYS = 10;

    private Notices() {}

    /** The reference ID of a certificate, on the notice that is to be posted on one of the days after this one. */
    static String referenceId(RunningShomei shomei, String requestId, LocalDate issuedOn) {
        return Await.value(() -> IntStream.rangeClosed(1, MOST_DAYS)
                .mapToObj(days -> find(shomei, requestId, issuedOn.plusDays(days)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    private static @Nullable String find(RunningShomei shomei, String requestId, LocalDate dispatchOn) {
        JsonNode notices = shomei.get("mailroom", "/api/v1/notices?dispatchOn=" + dispatchOn)
                .expect(200)
                .json()
                .get("items");
        for (JsonNode notice : notices) {
            JsonNode boxes = shomei.get(
                            "mailroom",
                            "/api/v1/notices/" + notice.get("noticeId").asString())
                    .expect(200)
                    .json()
                    .get("boxes");
            for (JsonNode box : boxes) {
                if (box.get("requestId").asString().equals(requestId)) {
                    return box.get("referenceId").asString();
                }
            }
        }
        return null;
    }
}
