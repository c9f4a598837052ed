package jp.shomei.app.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;

/** A span without the words of exceptions; their types are left. */
final class DiscreetSpan extends DelegatingSpanData {

    private static final String TYPE = "exception.type";

    DiscreetSpan(SpanData span) {
        super(span);
    }

    @Override
    public StatusData getStatus() {
        StatusCode code = super.getStatus().getStatusCode();
        return StatusData.create(code, "");
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream().map(DiscreetSpan::discreet).toList();
    }

    private static EventData discreet(EventData event) {
        Attributes types = event.getAttributes().toBuilder()
                .removeIf(key -> !key.getKey().equals(TYPE))
                .build();
        return EventData.create(event.getEpochNanos(), event.getName(), types, event.getTotalAttributeCount());
    }
}
