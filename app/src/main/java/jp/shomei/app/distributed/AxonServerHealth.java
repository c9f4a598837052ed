package jp.shomei.app.distributed;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether this node is connected with Axon Server, without which it can neither record nor pass on anything. */
final class AxonServerHealth extends AbstractHealthIndicator {

    private final AxonServerConnectionManager server;

    AxonServerHealth(AxonServerConnectionManager server) {
        this.server = server;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (server.isConnected(server.getDefaultContext())) {
            health.up();
        } else {
            health.outOfService();
        }
    }
}
