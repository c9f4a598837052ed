package jp.shomei.projections.readmodel;

import java.util.List;
import jp.shomei.projections.readmodel.view.Generation;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.Span;

/** Says in every trace which read model took the event in: by Axon's names alone all of them look the same. */
final class GenerationSpans implements EventProcessorSpanFactory {

    private static final String GROUP = "shomei.group";

    private final Generation generation;
    private final EventProcessorSpanFactory spans;

    GenerationSpans(Generation generation, EventProcessorSpanFactory spans) {
        this.generation = generation;
        this.spans = spans;
    }

    @Override
    public Span createBatchSpan(boolean isStreaming, List<? extends EventMessage<?>> eventMessages) {
        return spans.createBatchSpan(isStreaming, eventMessages).addAttribute(GROUP, generation.name());
    }

    @Override
    public Span createProcessEventSpan(boolean isStreaming, EventMessage<?> eventMessage) {
        return spans.createProcessEventSpan(isStreaming, eventMessage).addAttribute(GROUP, generation.name());
    }
}
