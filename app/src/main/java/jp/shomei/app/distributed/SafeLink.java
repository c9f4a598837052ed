package jp.shomei.app.distributed;

import java.util.Arrays;
import jp.shomei.app.start.StartRefused;
import org.axonframework.axonserver.connector.AxonServerConfiguration;

/**
 * Whether messages may go to Axon Server as configured. Commands carry holders' passwords and reference IDs, and answers
 * carry keys, so that only what stays on this machine may go in clear, and nobody else may take part.
 */
final class SafeLink {

    private SafeLink() {}

    /**
     * Looks at the addresses as they are written: what a name stands for may change while the system runs.
     *
     * @throws StartRefused if a server is elsewhere and there is no TLS, or no access token
     */
    static void require(AxonServerConfiguration server) {
        if (server.getServers() == null || server.getServers().isBlank()) {
            throw new StartRefused("Axon Server is enabled and has no address. Name it by"
                    + " --axon.axonserver.servers=HOST:PORT, or several, with commas between them.");
        }
        if (Arrays.stream(server.getServers().split(",")).map(String::trim).allMatch(SafeLink::isThisMachine)) {
            return;
        }
        if (!server.isSslEnabled()) {
            throw new StartRefused(
                    "Axon Server at " + server.getServers() + " is not on this machine, and commands carry"
                            + " passwords. Set --axon.axonserver.ssl-enabled=true, and --axon.axonserver.cert-file=FILE if its"
                            + " certificate is not of a public authority.");
        }
        if (server.getToken() == null || server.getToken().isBlank()) {
            throw new StartRefused("Axon Server at " + server.getServers() + " needs an access token: set"
                    + " axon.axonserver.token, in a file or in the environment (AXON_AXONSERVER_TOKEN).");
        }
    }

    private static boolean isThisMachine(String server) {
        String host = server.startsWith("[") ? server.substring(1, server.indexOf(']')) : server.split(":")[0];
        return host.equals("localhost") || host.equals("::1") || host.matches("127(\\.\\d{1,3}){3}");
    }
}
