package jp.shomei.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/** Times messages by name and outcome: {@code ok}, the code of the refusal, or {@code failed}. */
final class MessageTimes implements MessageMonitor<Message<?>> {

    private final MeterRegistry registry;
    private final String timer;
    private final String label;

    /**
     * Times messages of one kind.
     *
     * @param timer under this name
     * @param label the label with the message's name
     */
    MessageTimes(MeterRegistry registry, String timer, String label) {
        this.registry = registry;
        this.timer = timer;
        this.label = label;
    }

    @Override
    public MonitorCallback onMessageIngested(Message<?> message) {
        long begin = System.nanoTime();
        String name = message.getPayloadType().getSimpleName();
        return new MonitorCallback() {
            @Override
            public void reportSuccess() {
                record(name, "ok", begin);
            }

            @Override
            public void reportFailure(@Nullable Throwable cause) {
                record(
                        name,
                        cause instanceof Refused refused
                                ? refused.refusal().code().name()
                                : "failed",
                        begin);
            }

            @Override
            public void reportIgnored() {
                record(name, "ignored", begin);
            }
        };
    }

    private void record(String name, String outcome, long begin) {
        registry.timer(timer, label, name, "outcome", outcome).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }
}
