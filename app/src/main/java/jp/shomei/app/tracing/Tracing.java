package jp.shomei.app.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Hooks;

/**
 * Traces, if there is somebody to send them to: one goes from a request through its command to the events, and on to the
 * reactions and read models that handle them. What ties them together is the trace's number in the messages' metadata.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TracesWhereWanted.ENDPOINT)
public class Tracing {

    private static final String TRACER = "org.axonframework";

    /** The numbers of trace and span, in the form of W3C Trace Context. */
    private static final String TRACE_CONTEXT = "traceparent";

    /** Commands are handled on other threads than their requests come in on. */
    public Tracing() {
        Hooks.enableAutomaticContextPropagation();
    }

    @Bean
    SpanFactory spanFactory(OpenTelemetry telemetry) {
        return OpenTelemetrySpanFactory.builder()
                .tracer(telemetry.getTracer(TRACER))
                .contextPropagators(telemetry.getPropagators().getTextMapPropagator())
                .build();
    }

    /** Events carry on the trace of the command that led to them, whichever store keeps them. */
    @Bean
    CorrelationDataProvider traceOfEvents() {
        return new SimpleCorrelationDataProvider(TRACE_CONTEXT);
    }

    @Bean
    static BeanPostProcessor discreetExporters() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SpanExporter exporter ? new DiscreetExporter(exporter) : bean;
            }
        };
    }
}
