package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.shomei.contracts.fee.BillingMonth;
import tools.jackson.databind.JsonNode;

/** A house with something to lose: certificates that are on notices, mailed about, charged for, their keys escrowed. */
final class LivedInHouse {

    private static final int CERTIFICATES = 3;

    private final LocalDate day;
    private final int mails;
    private final Map<String, RecordedHistory> histories = new LinkedHashMap<>();
    private final Map<String, String> referenceIds = new LinkedHashMap<>();

    /**
     * Lives in one until everything has come to rest.
     *
     * @param day the day in Japan
     */
    LivedInHouse(RunningShomei shomei, LocalDate day) {
        this.day = day;
        Clinic.register(shomei);
        for (int i = 0; i < CERTIFICATES; i++) {
            String request = Clinic.apply(shomei, Clinic.NAME);
            referenceIds.put(request, Notices.referenceId(shomei, request, day));
        }
        String last = Clinic.apply(shomei, Clinic.NAME);
        Await.until(() -> charges(shomei, last) == 1);
        Outbox.settled(shomei, last);
        referenceIds.keySet().forEach(request -> histories.put(request, RecordedHistory.of(shomei, request)));
        this.mails = mails(shomei);
    }

    /** Goes on living in it, wherever it is now: nothing is gone, and nothing happens once more. */
    void requireNothingLostOrTwice(RunningShomei shomei) {
        histories.forEach((request, history) ->
                Await.until(() -> shomei.get("auditor", "/api/v1/certificates/" + request + "/history")
                                .status()
                        == 200));
        histories.forEach((request, history) ->
                assertThat(RecordedHistory.of(shomei, request)).as(request).isEqualTo(history));
        String next = Clinic.apply(shomei, Clinic.NAME);
        Outbox.settled(shomei, next);
        Await.until(() -> charges(shomei, next) == 1);
        assertThat(mails(shomei)).as("two more").isEqualTo(mails + 2);
        referenceIds.forEach((request, referenceId) -> {
            assertThat(Notices.all(shomei, request, day)).as(request).containsExactly(referenceId);
            assertThat(charges(shomei, request)).as("charges for " + request).isEqualTo(1);
        });
        Map.Entry<String, String> first = referenceIds.entrySet().iterator().next();
        shomei.post(
                        null,
                        "/download/p12",
                        Map.of("requestId", first.getKey(), "referenceId", first.getValue(), "password", "2468"))
                .expect(200);
    }

    private long charges(RunningShomei shomei, String request) {
        JsonNode ledger = shomei.get(
                        "billing",
                        "/api/v1/ledgers/" + BillingMonth.ofChargesOn(day).month())
                .expect(200)
                .json();
        return ledger.get("lines")
                .valueStream()
                .filter(line -> line.get("requestId").asString().equals(request))
                .count();
    }

    private static int mails(RunningShomei shomei) {
        return shomei.get("officer", "/api/v1/mails?limit=200")
                .expect(200)
                .json()
                .get("items")
                .size();
    }
}
