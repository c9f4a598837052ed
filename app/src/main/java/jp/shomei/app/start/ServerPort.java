package jp.shomei.app.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** The port that callers are served on. The server itself asks for it last, when everything else is made and opened. */
public final class ServerPort {

    private ServerPort() {}

    /**
     * Looks whether it can be had.
     *
     * @throws StartRefused if it cannot
     */
    public static void require(Environment environment) {
        int port = environment.getRequiredProperty("server.port", Integer.class);
        String address = environment.getProperty("server.address");
        try (ServerSocket asked = new ServerSocket()) {
            asked.bind(at(address, port));
        } catch (IOException taken) {
            throw new StartRefused("Callers cannot be served on port " + port + ": " + taken.getMessage()
                    + ". Stop whoever uses it, or choose another with --server.port=PORT.");
        }
    }

    private static InetSocketAddress at(@Nullable String address, int port) {
        return address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port);
    }
}
