package jp.shomei.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/** Ports of other people's servers on this machine. */
final class Listening {

    private static final long PAUSE_NANOS = 50_000_000;
    private static final int ATTEMPTS = 600;

    private Listening() {}

    /** A port on which nobody listens now. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Waits until somebody listens there.
     *
     * @throws IOException if nobody does within half a minute
     */
    static void await(int port) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Socket listening = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("nobody listens on port " + port);
    }
}
