package jp.shomei.http.deadletter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import jp.shomei.contracts.deadletter.DeadLetterCause;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.http.language.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be handled, the first of its aggregate that waits; what the event says is not shown.
 *
 * @param id names it
 * @param kind who could not handle it
 * @param group the processing group; of a read model, its generation
 * @param eventType the event's name
 * @param eventId the event's identifier
 * @param aggregate the identifier of what the event is about
 * @param sequence the event's number in the history of what it is about, from 0
 * @param since when it was put aside, in real time
 * @param triedAt when it was last tried, in real time
 * @param attempts how often it was tried
 * @param cause why it could not be handled
 * @param refusal the code of the refusal, if it was refused
 * @param thrown the type of what was thrown, for whoever maintains the program
 * @param says the cause in words
 * @param advice what to do
 * @param behind how many later events of the same aggregate wait behind it
 */
public record DeadLetterJson(
        String id,
        DeadLetterKind kind,
        String group,
        String eventType,
        String eventId,
        @Nullable String aggregate,
        @Nullable Long sequence,
        OffsetDateTime since,
        OffsetDateTime triedAt,
        int attempts,
        DeadLetterCause cause,
        @Nullable ErrorCode refusal,
        String thrown,
        String says,
        String advice,
        long behind) {

    static DeadLetterJson of(DeadLetterView view, Sentences sentences, Locale language) {
        return new DeadLetterJson(
                view.id().text(),
                view.id().kind(),
                view.id().group(),
                view.eventType(),
                view.id().eventId(),
                view.aggregate(),
                view.sequence(),
                inJapan(view.since()),
                inJapan(view.triedAt()),
                view.attempts(),
                view.cause(),
                view.refusal(),
                view.thrown(),
                says(view, sentences, language),
                advice(view, sentences, language),
                view.behind());
    }

    private static String says(DeadLetterView view, Sentences sentences, Locale language) {
        ErrorCode refusal = view.refusal();
        return sentences.say(
                "dead." + view.cause() + ".says",
                language,
                refusal == null ? view.thrown() : sentences.title(refusal, language));
    }

    private static String advice(DeadLetterView view, Sentences sentences, Locale language) {
        return sentences.say("dead." + view.cause() + ".advice", language)
                + sentences.say(
                        "dead." + view.id().kind(),
                        language,
                        readModel(view.id().group()));
    }

    /** The read model's name, without its generation. */
    static String readModel(String group) {
        return group.replaceAll("\\.g[0-9]+$", "");
    }

    private static OffsetDateTime inJapan(Instant instant) {
        return instant.atZone(JapanTime.ZONE).toOffsetDateTime();
    }
}
