package jp.shomei.app;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Everything about a certificate so far, in order, once nothing waits to be sent. */
    static Outbox settled(RunningShomei shomei, String requestId, int expected) {
        Await.value(
                () -> of(shomei, requestId).mails.stream().filter(Mail::isSent).count() >= expected
                        ? Boolean.TRUE
                        : null,
                () -> "of " + expected + " mails there are " + of(shomei, requestId));
        Outbox outbox = of(shomei, requestId);
        assertThat(outbox.mails).allMatch(Mail::isSent);
        return outbox;
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
