package jp.shomei.http.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.deadletter.DeadLetterCause;
import jp.shomei.contracts.deadletter.DeadLetterId;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.DeadLetterRetried;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.FindReactionDeadLetter;
import jp.shomei.contracts.deadletter.ListReactionDeadLetters;
import jp.shomei.contracts.deadletter.ListReadModelDeadLetters;
import jp.shomei.contracts.deadletter.RetryReadModelDeadLetter;
import jp.shomei.contracts.deadletter.SkipReactionDeadLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.HttpTest;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class DeadLetterControllerTest extends HttpTest {
    private static final String ALL = "/api/v1/dead-letters";
    private static final DeadLetterView REFUSED = view(
            new DeadLetterId(DeadLetterKind.REACTION, "mail", "202103100000001", "event-1"),
            DeadLetterCause.REFUSED,
            ErrorCode.SIGNING_UNAVAILABLE);
    private static final DeadLetterView UNREAD = view(
            new DeadLetterId(DeadLetterKind.READ_MODEL, "certificate-status.g2", "202103100000002", "event-2"),
            DeadLetterCause.FAULT,
            null);

    @Test
    void listsThoseOfReactionsThenThoseOfReadModelsAndSaysWhatToDo() {
        others.on(ListReactionDeadLetters.class, query -> new DeadLetterPage(List.of(REFUSED), null));
        others.on(ListReadModelDeadLetters.class, query -> new DeadLetterPage(List.of(UNREAD), "next"));

        as(Role.OPERATOR)
                .get()
                .uri(ALL + "?limit=2")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].group")
                .isEqualTo("mail")
                .jsonPath("$.items[0].since")
                .isEqualTo("2021-03-10T09:00:00+09:00")
                .jsonPath("$.items[0].says")
                .value(containsString("was refused"))
                .jsonPath("$.items[0].advice")
                .value(containsString("Skip it, with a reason, only if"))
                .jsonPath("$.items[1].says")
                .isEqualTo("A mistake in the program (Thrown).")
                .jsonPath("$.items[1].advice")
                .value(containsString("POST /api/v1/projections/certificate-status/replay"))
                .jsonPath("$.nextCursor")
                .isEqualTo("next");
    }

    @Test
    void goesOnFromTheReactionsToTheReadModels() {
        others.on(ListReactionDeadLetters.class, query -> new DeadLetterPage(List.of(REFUSED), null));
        others.on(ListReadModelDeadLetters.class, query -> new DeadLetterPage(List.of(UNREAD), null));

        as(Role.OPERATOR)
                .get()
                .uri(ALL + "?limit=1")
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.nextCursor")
                .isEqualTo(REFUSED.id().text());
        as(Role.OPERATOR)
                .get()
                .uri(ALL + "?limit=1&cursor=" + UNREAD.id().text())
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].kind")
                .isEqualTo("READ_MODEL");
        assertThat(others.received(ListReactionDeadLetters.class)).hasSize(1);
    }

    @Test
    void showsOneInJapaneseUnlessAskedOtherwise() {
        others.on(FindReactionDeadLetter.class, query -> Optional.of(REFUSED));

        as(Role.OPERATOR)
                .get()
                .uri(ALL + "/" + REFUSED.id().text())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.eventId")
                .isEqualTo("event-1")
                .jsonPath("$.advice")
                .value(containsString(" 30秒ごとに再処理されます。"));
    }

    @Test
    void tellsWhatCameOfARetry() {
        others.on(RetryReadModelDeadLetter.class, command -> new DeadLetterRetried(false, UNREAD));

        as(Role.OPERATOR)
                .post()
                .uri(ALL + "/" + UNREAD.id().text() + "/retry")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.handled")
                .isEqualTo(false)
                .jsonPath("$.next.id")
                .isEqualTo(UNREAD.id().text());
    }

    @Test
    void skipsForAReason() {
        others.on(SkipReactionDeadLetter.class, command -> new DeadLetterRetried(true, null));

        skip(REFUSED, Map.of("reason", "電話で連絡済み"), 200, "$.handled", true);
        assertThat(others.newest(SkipReactionDeadLetter.class).getPayload())
                .isEqualTo(new SkipReactionDeadLetter(REFUSED.id(), "電話で連絡済み"));
        skip(REFUSED, Map.of(), 400, "$.errors[0].field", "reason");
        skip(REFUSED, Map.of("reason", "x".repeat(201)), 400, "$.errors[0].field", "reason");
        assertThat(others.received(SkipReactionDeadLetter.class)).hasSize(1);
    }

    @Test
    void aReadModelSkipsNothing() {
        skip(UNREAD, Map.of("reason", "不要"), 409, "$.code", "READ_MODEL_SKIPS_NOTHING");
    }

    @Test
    void knowsNothingOfNamesThatAreNoneOfOurs() {
        for (String name : List.of("x", "eA", "x".repeat(1100))) {
            as(Role.OPERATOR)
                    .get()
                    .uri(ALL + "/" + name)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("DEAD_LETTER_NOT_FOUND");
        }
    }

    private void skip(DeadLetterView view, Map<String, String> body, int status, String path, Object value) {
        as(Role.OPERATOR)
                .post()
                .uri(ALL + "/" + view.id().text() + "/skip")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath(path)
                .isEqualTo(value);
    }

    private static DeadLetterView view(DeadLetterId id, DeadLetterCause cause, ErrorCode refusal) {
        Instant since = Instant.parse("2021-03-10T00:00:00Z");
        return new DeadLetterView(
                id, "CertificateIssued", id.sequence(), 3L, since, since, 2, cause, refusal, "Thrown", 4);
    }
}
