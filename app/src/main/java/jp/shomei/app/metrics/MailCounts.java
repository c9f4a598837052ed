package jp.shomei.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import jp.shomei.correspondence.mail.MailStep;
import jp.shomei.correspondence.mail.MailSteps;

/** Counts what became of the mails that this process takes from the outbox: claimed, taken by the server, noted as sent. */
final class MailCounts implements MailSteps {

    private final MeterRegistry registry;

    MailCounts(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void reached(MailStep step, String mailId) {
        registry.counter("shomei.mail.deliveries", "step", step.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
