package jp.shomei.app.health;

import java.util.List;
import jp.shomei.app.axon.Reactions;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.correspondence.mail.MailReadout;
import jp.shomei.projections.readmodel.ReadModels;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows at {@code /actuator/health} whether events wait that could not be handled, whether the authority can sign and for
 * how long, and whether mails are sent. Anybody sees that the system is degraded, an operator what it is; readiness does not depend on it, since
 * everything else goes on.
 */
@Configuration(proxyBeanMethods = false)
public class OperatorHealth {

    /** It serves, but an operator should look. */
    static final Status DEGRADED = new Status("DEGRADED");

    @Bean("reactions")
    HealthIndicator reactionsHealth(EventProcessingConfiguration processing) {
        return new ReactionsHealth(processing, Reactions.GROUPS);
    }

    @Bean("authority")
    HealthIndicator authorityHealth(List<AuthorityWatch> watches) {
        return new AuthorityHealth(watches);
    }

    @Bean("mails")
    HealthIndicator mailHealth(MailReadout mails) {
        return new MailHealth(mails::look);
    }

    @Bean("read-models")
    HealthIndicator readModelsHealth(org.axonframework.config.Configuration axon) {
        return new ReadModelsHealth(() -> axon.getComponent(ReadModels.class).views());
    }
}
