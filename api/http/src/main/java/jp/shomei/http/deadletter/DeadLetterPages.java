package jp.shomei.http.deadletter;

import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.deadletter.DeadLetterId;
import jp.shomei.contracts.deadletter.DeadLetterKind;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.ListReactionDeadLetters;
import jp.shomei.contracts.deadletter.ListReadModelDeadLetters;
import jp.shomei.http.message.Gateways;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One list of what two rooms answer for: the events of the reactions first, then those of the read models. */
final class DeadLetterPages {
    private final Gateways gateways;

    DeadLetterPages(Gateways gateways) {
        this.gateways = gateways;
    }

    Mono<DeadLetterPage> page(
            @Nullable DeadLetterKind only, @Nullable String cursor, int limit, ServerWebExchange exchange) {
        if (only != null) {
            return ask(only, cursor, limit, exchange);
        }
        boolean amongReadModels = Optional.ofNullable(cursor)
                .flatMap(DeadLetterId::fromText)
                .filter(last -> last.kind() == DeadLetterKind.READ_MODEL)
                .isPresent();
        return amongReadModels
                ? ask(DeadLetterKind.READ_MODEL, cursor, limit, exchange)
                : ask(DeadLetterKind.REACTION, cursor, limit, exchange)
                        .flatMap(reactions -> goOn(reactions, limit, exchange));
    }

    private Mono<DeadLetterPage> goOn(DeadLetterPage reactions, int limit, ServerWebExchange exchange) {
        if (reactions.nextCursor() != null) {
            return Mono.just(reactions);
        }
        int room = limit - reactions.items().size();
        return ask(DeadLetterKind.READ_MODEL, null, Math.max(1, room), exchange)
                .map(readModels -> joined(reactions, readModels, room));
    }

    private static DeadLetterPage joined(DeadLetterPage reactions, DeadLetterPage readModels, int room) {
        if (room > 0) {
            return new DeadLetterPage(
                    Stream.concat(reactions.items().stream(), readModels.items().stream())
                            .toList(),
                    readModels.nextCursor());
        }
        String last = reactions.items().getLast().id().text();
        return new DeadLetterPage(reactions.items(), readModels.items().isEmpty() ? null : last);
    }

    private Mono<DeadLetterPage> ask(
            DeadLetterKind kind, @Nullable String cursor, int limit, ServerWebExchange exchange) {
        Object query =
                switch (kind) {
                    case REACTION -> new ListReactionDeadLetters(cursor, limit);
                    case READ_MODEL -> new ListReadModelDeadLetters(cursor, limit);
                };
        return gateways.query(query, DeadLetterPage.class, exchange);
    }
}
