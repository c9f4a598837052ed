package jp.shomei.http.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;

class RemoteAddressTest {
    private static final InetSocketAddress PROXY = new InetSocketAddress("198.51.100.7", 443);

    @Test
    void isWhereTheConnectionComesFrom() {
        assertThat(RemoteAddress.of(
                        MockServerHttpRequest.post("/").remoteAddress(PROXY).build()))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void isWhomATrustedProxyNames() {
        ServerHttpRequest forwarded = new ForwardedHeaderTransformer()
                .apply(MockServerHttpRequest.post("/")
                        .remoteAddress(PROXY)
                        .header("X-Forwarded-For", "192.0.2.1")
                        .build());
        assertThat(RemoteAddress.of(forwarded)).isEqualTo("192.0.2.1");
    }

    @Test
    void needNotBeKnown() {
        assertThat(RemoteAddress.of(MockServerHttpRequest.post("/").build())).isEqualTo("unknown");
    }
}
