package jp.shomei.app.health;

import com.mongodb.client.MongoDatabase;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.app.axon.Reactions;
import jp.shomei.app.role.InRole;
import jp.shomei.app.role.NodeRole;
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
 * Shows at {@code /actuator/health} whether events wait that could not be handled, whether the authority can sign and for
 * how long, and whether mails are sent. Anybody sees that the system is degraded, an operator what it is; readiness does not depend on it, since
 * everything else goes on.
 */
@Configuration(proxyBeanMethods = false)
public class OperatorHealth {

    /** It serves, but an operator should look. */
    static final Status DEGRADED = new Status("DEGRADED");

    /** What a node tells that decides, signs and writes. */
    @Configuration(proxyBeanMethods = false)
    @InRole(NodeRole.COMMAND)
    static class OfCommandNodes {

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
