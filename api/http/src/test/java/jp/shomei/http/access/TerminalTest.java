package jp.shomei.http.access;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.shomei.http.HttpTest;
import jp.shomei.http.SampleCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * A test against the entrance for terminals. TLS is another test's concern: here a header says which certificate was
 * presented.
 */
@Import(TerminalTest.Authority.class)
public abstract class TerminalTest extends HttpTest {
    protected static final X509Certificate CERTIFICATE = SampleCertificates.holder();
    protected static final String SERIAL = CERTIFICATE.getSerialNumber().toString(16);
    private static final String PRESENTED = "X-Test-Presented";
    private static @Nullable DisposableServer door;

    @Autowired
    protected Authority authority;

    @Autowired
    private HttpHandler handler;

    /** What is known of certificates. */
    @TestConfiguration(proxyBeanMethods = false)
    protected static class Authority {
        /** Serial numbers of certificates that are good. */
        public final Set<String> accepted = ConcurrentHashMap.newKeySet();

        /** The request ID of every certificate. */
        public volatile Optional<String> requestId = Optional.empty();

        /** Whether requests name the holder as the certificate does. */
        public volatile boolean namedAlike = true;

        @Bean
        TerminalCertificates terminalCertificates(Authority self) {
            return new TerminalCertificates() {
                @Override
                public boolean accepts(X509Certificate certificate) {
                    return self.accepted.contains(certificate.getSerialNumber().toString(16));
                }

                @Override
                public Optional<String> requestIdOf(String serialNumber) {
                    return self.requestId.filter(found -> serialNumber.equals(SERIAL));
                }

                @Override
                public boolean isNamedAlike(byte[] request, X509Certificate certificate) {
                    return self.namedAlike;
                }
            };
        }
    }

    @BeforeEach
    void openTheDoor() {
        authority.accepted.clear();
        authority.accepted.add(SERIAL);
        authority.requestId = Optional.of(jp.shomei.http.Samples.REQUEST_ID);
        authority.namedAlike = true;
        if (door == null) {
            TerminalDoor entrance = new TerminalDoor(
                    handler, request -> Optional.ofNullable(request.getHeaders().getFirst(PRESENTED))
                            .map(presented -> CERTIFICATE));
            door = HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .handle(new ReactorHttpHandlerAdapter(entrance))
                    .bindNow(Duration.ofSeconds(10));
        }
    }

    @AfterAll
    static void closeTheDoor() {
        if (door != null) {
            door.disposeNow(Duration.ofSeconds(10));
            door = null;
        }
    }

    /** A caller without a certificate. */
    protected WebTestClient stranger() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:"
                        + java.util.Objects.requireNonNull(door).port())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** A terminal with its certificate. */
    protected WebTestClient terminal() {
        return stranger().mutate().defaultHeader(PRESENTED, "yes").build();
    }
}
