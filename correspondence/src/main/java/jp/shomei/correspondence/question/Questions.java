package jp.shomei.correspondence.question;

import java.time.Duration;
import java.util.Optional;
import jp.shomei.contracts.message.Waiting;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * Asks the other rooms and waits for the answers, never without a deadline.
 *
 * @throws Refused with {@link ErrorCode#TEMPORARILY_UNAVAILABLE} if none comes in time
 */
public final class Questions {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final QueryGateway gateway;

    public Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** Asks what always has an answer. */
    public <R> R ask(Object query, Class<R> answer) {
        return ask(query, ResponseTypes.instanceOf(answer));
    }

    /** Asks for what may not be there. */
    public <R> Optional<R> find(Object query, Class<R> answer) {
        return ask(query, ResponseTypes.optionalInstanceOf(answer));
    }

    private <R> R ask(Object query, ResponseType<R> answer) {
        return Waiting.on(gateway.query(query.getClass().getName(), query, answer), DEADLINE);
    }
}
