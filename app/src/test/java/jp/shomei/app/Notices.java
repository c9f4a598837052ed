package jp.shomei.app;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the mailroom reads on the notices. */
final class Notices {

    private static final int MOST_DAYS = 10;

    private Notices() {}

    /** The reference ID of a certificate, on the notice that is to be posted on one of the days after this one. */
    static String referenceId(RunningShomei shomei, String requestId, LocalDate issuedOn) {
        return Await.value(
                () -> all(shomei, requestId, issuedOn).stream().findFirst().orElse(null));
    }

    /** Its reference IDs on all notices that are to be posted on one of those days. */
    static List<String> all(RunningShomei shomei, String requestId, LocalDate issuedOn) {
        return IntStream.rangeClosed(1, MOST_DAYS)
                .mapToObj(issuedOn::plusDays)
                .flatMap(day -> notices(shomei, day))
                .flatMap(notice -> notice.get("boxes").valueStream())
                .filter(box -> box.get("requestId").asString().equals(requestId))
                .map(box -> box.get("referenceId").asString())
                .toList();
    }

    private static Stream<JsonNode> notices(RunningShomei shomei, LocalDate dispatchOn) {
        return shomei.get("mailroom", "/api/v1/notices?dispatchOn=" + dispatchOn)
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .map(notice -> shomei.get(
                                "mailroom",
                                "/api/v1/notices/" + notice.get("noticeId").asString())
                        .expect(200)
                        .json());
    }
}
