package jp.shomei.app;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The mails of a certificate, as an officer reads them. */
record Outbox(List<Mail> mails) {

    private static final int PAGE = 200;

    /**
     * A mail.
     *
     * @param kind why it was sent
     * @param day the day in Japan
     * @param state how far it has come
     */
    record Mail(String kind, String day, String state) {

        boolean isSent() {
            return state.equals("SENT");
        }
    }

    /**
     * Everything about a certificate so far, in order, sent. Mails are recorded in the order of the events: what has led to
     * one is there once the mail of a later event is, so another application is made.
     */
    static Outbox settled(RunningShomei shomei, String requestId) {
        String later = Clinic.apply(shomei, Clinic.NAME);
        Await.until(() -> !of(shomei, later).mails.isEmpty());
        return Await.value(
                () -> {
                    Outbox outbox = of(shomei, requestId);
                    return outbox.mails.stream().allMatch(Mail::isSent) ? outbox : null;
                },
                () -> "not all sent: " + of(shomei, requestId));
    }

    /** The days of one kind of mail. */
    List<String> daysOf(String kind) {
        return mails.stream()
                .filter(mail -> mail.kind.equals(kind))
                .map(Mail::day)
                .toList();
    }

    private static Outbox of(RunningShomei shomei, String requestId) {
        List<Mail> mails = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = shomei.get("officer", "/api/v1/mails?requestId=" + requestId + "&limit=" + PAGE + cursor)
                    .expect(200)
                    .json();
            page.get("items").valueStream().map(Outbox::mail).forEach(mails::add);
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
        return new Outbox(mails);
    }

    private static Mail mail(JsonNode item) {
        String day = OffsetDateTime.parse(item.get("recordedAt").asString())
                .toLocalDate()
                .toString();
        return new Mail(item.get("kind").asString(), day, item.get("state").asString());
    }
}
