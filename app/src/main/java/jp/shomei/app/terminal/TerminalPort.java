package jp.shomei.app.terminal;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import jp.shomei.app.start.StartRefused;
import jp.shomei.ca.terminal.TerminalTls;
import jp.shomei.http.SlowCallers;
import jp.shomei.http.access.TerminalDoor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.scheduling.annotation.Scheduled;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Serves the same endpoints as the main port, over TLS, to terminals that are known by their certificates. A certificate is
 * asked for and not required, since a terminal that enrols has none yet; one that is presented must be good.
 *
 * <p>Without an identity to show, as while the authority's key is away, this port stays closed and everything else works;
 * it is opened once there is one.
 */
public final class TerminalPort implements SmartLifecycle {

    /** Opened and closed together with the main port. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 2048;

    private static final Logger LOG = LoggerFactory.getLogger(TerminalPort.class);
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int THREADS = 4;
    private static final int WAITING = 256;
    private static final int MOST_HEADER_BYTES = 8 * 1024;
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration OPENING = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(15);

    static {
        // Renegotiation (TLS 1.2) would let a client have the server's private key at work as often as it likes on one
        // connection. Read once in a process, with the first handshake.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    private final int wanted;
    private final TerminalTls tls;
    private final HttpHandler endpoints;
    private final SlowCallers limits;
    private final int mostConnections;
    private boolean started;
    private @Nullable ThreadPoolExecutor handshakes;
    private volatile @Nullable DisposableServer server;

    /**
     * @param wanted the number of the port, 0 for any that is free
     */
    TerminalPort(int wanted, TerminalTls tls, HttpHandler endpoints, SlowCallers limits) {
        this(wanted, tls, endpoints, limits, MOST_CONNECTIONS);
    }

    /**
     * @param mostConnections how many may be open at once
     */
    TerminalPort(int wanted, TerminalTls tls, HttpHandler endpoints, SlowCallers limits, int mostConnections) {
        this.wanted = wanted;
        this.tls = tls;
        this.endpoints = endpoints;
        this.limits = limits;
        this.mostConnections = mostConnections;
    }

    /** The number of the port while it is open. */
    public Optional<Integer> number() {
        return Optional.ofNullable(server).map(DisposableServer::port);
    }

    @Override
    public synchronized void start() {
        started = true;
        if (tls.isReady()) {
            open();
        } else {
            LOG.error(
                    "The port for terminals stays closed for now: {}",
                    tls.concern().orElse("no identity to show"));
        }
    }

    /** Opens the port if it could not be opened yet. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    synchronized void openIfClosed() {
        if (!started || server != null || !tls.isReady()) {
            return;
        }
        try {
            open();
        } catch (StartRefused taken) {
            LOG.error("The port for terminals stays closed for now: {}", taken.getMessage());
        }
    }

    private void open() {
        @Nullable ThreadPoolExecutor threads = handshakes;
        if (threads == null) {
            threads = handshakeThreads();
            handshakes = threads;
        }
        HttpServer unbound = unbound(new ChecksOffTheLoop(context(), threads));
        try {
            server = unbound.bindNow(OPENING);
        } catch (ChannelBindException taken) {
            throw new StartRefused("The port for terminals, " + wanted
                    + ", cannot be opened. Free it, or choose another one by --shomei.terminal.port.");
        }
        LOG.info("Terminals are served on port {}", number().orElseThrow());
    }

    private HttpServer unbound(SslContext context) {
        return limits.limit(HttpServer.create()
                .port(wanted)
                .doOnChannelInit(new MostConnections(mostConnections))
                .secure(secure -> secure.sslContext(context).handshakeTimeout(HANDSHAKE))
                .httpRequestDecoder(decoder -> decoder.maxHeaderSize(MOST_HEADER_BYTES))
                .handle(new ReactorHttpHandlerAdapter(new TerminalDoor(endpoints))));
    }

    private static ThreadPoolExecutor handshakeThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("terminal-handshake-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Takes no more connections and lets the requests that are being served be finished. */
    @Override
    public synchronized void stop() {
        @Nullable DisposableServer open = server;
        server = null;
        started = false;
        if (open != null) {
            open.disposeNow(CLOSING);
        }
        if (handshakes != null) {
            handshakes.shutdown();
            handshakes = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private SslContext context() {
        try {
            return SslContextBuilder.forServer(tls.keyManager())
                    .trustManager(tls.trustManager())
                    .sslProvider(SslProvider.JDK)
                    .clientAuth(ClientAuth.OPTIONAL)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException impossible) {
            throw new IllegalStateException("TLS is not available", impossible);
        }
    }
}
