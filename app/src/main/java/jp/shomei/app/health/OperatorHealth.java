package jp.shomei.app.health;

import com.mongodb.client.MongoDatabase;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.app.axon.Reactions;
import jp.shomei.app.metrics.Metering;
import jp.shomei.app.metrics.Readings;
import jp.shomei.app.role.InRole;
import jp.shomei.app.role.NodeRole;
import jp.shomei.ca.authority.IssuingKeyWatch;
import jp.shomei.ca.crl.RevocationListWatch;
import jp.shomei.ca.pool.KeyPoolWatch;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.correspondence.mail.MailReadout;
import jp.shomei.projections.readmodel.ReadModels;
import org.axonframework.config.EventProcessingConfiguration;
import org.bson.Document;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Shows at {@code /actuator/health} how the parts stand, each by an indicator of its own. Anybody sees that the system is
 * degraded, an operator what it is. Liveness depends on none of them, since a restart would mend none; readiness on the
 * stores alone, since everything else goes on without the rest.
 */
@Configuration(proxyBeanMethods = false)
public class OperatorHealth {

    /** It serves, but an operator should look. */
    static final Status DEGRADED = new Status("DEGRADED");

    private static final List<Class<? extends AuthorityWatch>> ON_THEIR_OWN =
            List.of(IssuingKeyWatch.class, RevocationListWatch.class, KeyPoolWatch.class);

    @Bean("lag")
    HealthIndicator lagHealth(Readings readings) {
        return new LagHealth(readings::latest);
    }

    @Bean("dead-letters")
    HealthIndicator deadLettersHealth(Readings readings) {
        return new DeadLettersHealth(() -> readings.latest("dead.letters"));
    }

    @Bean("stores")
    HealthIndicator storesHealth(Readings readings) {
        return new StoresHealth(List.of(Metering.READ_MODELS, Metering.REACTIONS), readings::sinceRead);
    }

    /** What a node tells that decides, signs and writes. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.COMMAND)
    static class OfCommandNodes {

        @Bean("reactions")
        HealthIndicator reactionsHealth(EventProcessingConfiguration processing) {
            return new ReactionsHealth(processing, Reactions.GROUPS);
        }

        /** Everything about the authority that has no indicator of its own. */
        @Bean("authority")
        HealthIndicator authorityHealth(List<AuthorityWatch> watches) {
            return new AuthorityHealth(watches.stream()
                    .filter(watch -> ON_THEIR_OWN.stream().noneMatch(type -> type.isInstance(watch)))
                    .toList());
        }

        @Bean("issuing-key")
        HealthIndicator issuingKeyHealth(IssuingKeyWatch watch) {
            return new AuthorityHealth(List.of(watch));
        }

        @Bean("revocation-lists")
        HealthIndicator revocationListsHealth(RevocationListWatch watch) {
            return new AuthorityHealth(List.of(watch));
        }

        @Bean("key-pool")
        HealthIndicator keyPoolHealth(KeyPoolWatch watch) {
            return new AuthorityHealth(List.of(watch));
        }

        @Bean("mails")
        HealthIndicator mailHealth(MailReadout mails) {
            return new MailHealth(mails::look);
        }
    }

    /** Whether the database server that has the durable store answers. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.COMMAND)
    @ConditionalOnProperty("spring.datasource.url")
    static class OfDurableStoreServers {

        @Bean(name = "durable-store", destroyMethod = "close")
        Reachable durableStoreHealth(DataSource store) {
            return new Reachable("The durable store", () -> {
                try (Connection connection = store.getConnection()) {
                    return connection.createStatement().executeQuery("SELECT 1").next();
                }
            });
        }
    }

    /** Whether the database server that has the read models answers. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.QUERY)
    @ConditionalOnProperty("spring.mongodb.uri")
    static class OfReadModelServers {

        @Bean(name = "read-model-store", destroyMethod = "close")
        Reachable readModelStoreHealth(MongoDatabase readModels) {
            return new Reachable("The store of the read models", () -> readModels.runCommand(new Document("ping", 1)));
        }
    }

    /** What a node tells that remembers. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.QUERY)
    static class OfQueryNodes {

        @Bean("read-models")
        HealthIndicator readModelsHealth(org.axonframework.config.Configuration axon) {
            return new ReadModelsHealth(
                    () -> axon.getComponent(ReadModels.class).views());
        }
    }
}
