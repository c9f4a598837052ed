package jp.shomei.ca.terminal;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** A TLS handshake in memory. */
final class Handshake {

    private static final int MOST_STEPS = 200;

    private Handshake() {}

    /** Leads both sides to the end of the handshake, or throws what one of them threw. */
    static void complete(SSLEngine client, SSLEngine server) throws SSLException {
        ByteBuffer toServer = ByteBuffer.allocate(200_000);
        ByteBuffer toClient = ByteBuffer.allocate(200_000);
        client.beginHandshake();
        server.beginHandshake();
        for (int step = 0; step < MOST_STEPS; step++) {
            advance(client, toClient, toServer);
            advance(server, toServer, toClient);
            if (isDone(client) && isDone(server) && toServer.position() == 0 && toClient.position() == 0) {
                return;
            }
        }
        throw new SSLException("no end of the handshake");
    }

    private static void advance(SSLEngine side, ByteBuffer in, ByteBuffer out) throws SSLException {
        switch (side.getHandshakeStatus()) {
            case NEED_TASK -> side.getDelegatedTask().run();
            case NEED_WRAP -> side.wrap(ByteBuffer.allocate(0), out);
            default -> {
                if (in.position() > 0) {
                    in.flip();
                    side.unwrap(in, ByteBuffer.allocate(50_000));
                    in.compact();
                }
            }
        }
    }

    private static boolean isDone(SSLEngine side) {
        HandshakeStatus status = side.getHandshakeStatus();
        return status == HandshakeStatus.NOT_HANDSHAKING || status == HandshakeStatus.FINISHED;
    }
}
