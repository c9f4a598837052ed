package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What several nodes have acknowledged: none of it is lost, none doubled. */
final class Acknowledged {

    private Acknowledged() {}

    /** Waits for it, in the end: everything is taken in on every node, and no dead letter left. */
    static void requireAllThereOnce(Cluster cluster, Map<String, String> acknowledged) {
        RunningShomei node = cluster.node(Cluster.QUERY_1);
        acknowledged.forEach((requestId, done) -> {
            String status = done.equals("APPLIED") ? "(WAITING_APPROVAL|ISSUED)" : "ISSUED";
            Await.value(
                    () -> node.get("officer", "/api/v1/certificates/" + requestId)
                                    .text()
                                    .matches("(?s).*\"status\" ?: ?\"" + status + "\".*")
                            ? true
                            : null,
                    () -> requestId + " is not " + status + ": "
                            + node.get("officer", "/api/v1/certificates/" + requestId)
                                    .text());
            List<String> history = RecordedHistory.of(node, requestId).types();
            assertThat(history).as(requestId).containsOnlyOnce("CertificateApplied");
            if (!done.equals("APPLIED")) {
                assertThat(history).as(requestId).containsOnlyOnce("CertificateIssued");
                Await.until(() -> boxes(cluster, requestId) > 0);
                assertThat(boxes(cluster, requestId))
                        .as("notices of " + requestId)
                        .isEqualTo(1);
            }
            if (done.equals("DOWNLOADED")) {
                assertThat(history)
                        .as(requestId)
                        .containsOnlyOnce("CertificateSigned")
                        .contains("CertificateDownloaded");
            }
        });
        cluster.nodes()
                .forEach(one -> Await.value(
                        () -> caughtUp(one) ? true : null,
                        () -> one.get("operator", "/api/v1/projections").text() + cluster.output()));
    }

    private static long boxes(Cluster cluster, String requestId) {
        List<String> boxes = new ArrayList<>();
        String cursor = "";
        RunningShomei node = cluster.node(Cluster.QUERY_2);
        JsonNode detail =
                node.get("officer", "/api/v1/certificates/" + requestId).json();
        String dispatchOn = detail.path("notice").path("dispatchOn").asString("");
        if (dispatchOn.isEmpty()) {
            return 0;
        }
        do {
            JsonNode page = node.get("mailroom", "/api/v1/notices?dispatchOn=" + dispatchOn + "&limit=200" + cursor)
                    .expect(200)
                    .json();
            page.get("items").forEach(notice -> boxes.addAll(notice.get("boxes").findValuesAsString("requestId")));
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
        return boxes.stream().filter(requestId::equals).count();
    }

    private static boolean caughtUp(RunningShomei node) {
        return node.get("operator", "/api/v1/projections")
                .expect(200)
                .json()
                .get("items")
                .valueStream()
                .allMatch(view -> view.path("deadLetters").asInt() == 0
                        && view.path("position").asLong() == view.path("head").asLong());
    }
}
