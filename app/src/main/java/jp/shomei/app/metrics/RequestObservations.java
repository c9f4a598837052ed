package jp.shomei.app.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.refusal.ProblemWriter;
import org.springframework.http.server.reactive.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/**
 * What is told of a request: the pattern of its path and not the path, which has request IDs in it, and the code of its
 * refusal.
 */
final class RequestObservations extends DefaultServerRequestObservationConvention {

    private static final String CODE = "code";
    private static final KeyValue NOT_REFUSED = KeyValue.of(CODE, "none");

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return super.getLowCardinalityKeyValues(context).and(code(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.empty();
    }

    private static KeyValue code(ServerRequestObservationContext context) {
        return context.getAttributes().get(ProblemWriter.REFUSAL) instanceof ErrorCode code
                ? KeyValue.of(CODE, code.name())
                : NOT_REFUSED;
    }
}
