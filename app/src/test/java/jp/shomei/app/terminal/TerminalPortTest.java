package jp.shomei.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import jp.shomei.app.Await;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import jp.shomei.http.SlowCallers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalPortTest {

    private static final int MOST_CONNECTIONS = 2;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SOONER_THAN_ANY_DEADLINE_MILLIS = 5_000;

    @TempDir
    static Path scratch;

    private static Path keys = Path.of("");

    private final SelfSignedTls tls = new SelfSignedTls(keys);
    private final TerminalPort port = new TerminalPort(
            0,
            tls,
            (request, response) -> response.setComplete(),
            new SlowCallers(Duration.ofSeconds(20), Duration.ofSeconds(20)),
            MOST_CONNECTIONS);
    private final TerminalPortWatch watch = new TerminalPortWatch(port::number, tls);

    @BeforeAll
    static void makeKeys() throws Exception {
        keys = SelfSignedTls.make(scratch.resolve("keys.p12"));
    }

    @AfterEach
    void stop() {
        port.stop();
    }

    @Test
    void staysClosedWithoutAnIdentityAndOpensOnceThereIsOne() throws Exception {
        tls.away("no contact with the key");
        port.start();
        port.openIfClosed();
        assertThat(port.isRunning()).isTrue();
        assertThat(port.number()).isEmpty();
        assertThat(entry().name()).isEqualTo("terminal-port");
        assertThat(entry().state()).isEqualTo(State.FAILING);
        assertThat(entry().sentence()).contains("no contact with the key");

        tls.away(null);
        port.openIfClosed();
        assertThat(entry().state()).isEqualTo(State.GOOD);
        try (SSLSocket terminal = handshake()) {
            assertThat(terminal.getSession().isValid()).isTrue();
        }
    }

    @Test
    void warnsWhileItServesWithAnIdentityThatCannotBeExchanged() {
        port.start();
        tls.away("no contact with the key");
        assertThat(entry()).isEqualTo(new WatchEntry("terminal-port", State.WARNING, "no contact with the key"));
        port.openIfClosed();
        assertThat(port.number()).isPresent();
    }

    @Test
    void isNotOpenedAgainOnceItWasStopped() {
        port.start();
        port.stop();
        port.openIfClosed();
        assertThat(port.isRunning()).isFalse();
        assertThat(port.number()).isEmpty();
    }

    @Test
    void refusesAHandshakeThatAClientBeginsAnew() throws Exception {
        port.start();
        try (SSLSocket terminal = handshake()) {
            terminal.getSession().invalidate();
            assertThatThrownBy(() -> {
                        terminal.startHandshake();
                        terminal.getInputStream().read();
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void closesConnectionsBeyondTheMostUntilOthersHaveGone() throws Exception {
        port.start();
        try (SSLSocket first = handshake();
                SSLSocket second = handshake()) {
            try (Socket third = connect()) {
                third.setSoTimeout(SOONER_THAN_ANY_DEADLINE_MILLIS);
                assertThat(third.getInputStream().read()).isEqualTo(-1);
            }
            first.close();
            Await.until(this::isServed);
            assertThat(second.isClosed()).isFalse();
        }
    }

    private WatchEntry entry() {
        return watch.look().getFirst();
    }

    private boolean isServed() {
        try (SSLSocket another = handshake()) {
            return another.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), port.number().orElseThrow());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private SSLSocket handshake() throws IOException {
        SSLSocket socket = (SSLSocket) client().getSocketFactory()
                .createSocket(connect(), "localhost", port.number().orElseThrow(), true);
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        socket.startHandshake();
        return socket;
    }

    private static SSLContext client() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whom this port belongs to is not the question here. */
    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String type) {
            throw new IllegalStateException("this is a client");
        }

        @Override
        public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type) {
            assertThat(List.of(chain)).hasSize(1);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
