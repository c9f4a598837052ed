package jp.shomei.app.distributed;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.shomei.app.start.StartRefused;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinkTest {

    private final AxonServerConfiguration server = new AxonServerConfiguration();

    @BeforeEach
    void elsewhereByTls() {
        server.setServers("axon.example.jp:8124");
        server.setSslEnabled(true);
        server.setToken("token");
    }

    @Test
    void anotherMachineIsReachedByTlsWithAToken() {
        assertThatCode(() -> SafeLink.require(server)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8124", "127.0.0.1:8124", "[::1]:8124", "127.0.0.1:1, localhost:2"})
    void thisMachineNeedsNeither(String servers) {
        server.setServers(servers);
        server.setSslEnabled(false);
        server.setToken(null);

        assertThatCode(() -> SafeLink.require(server)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"axon:8124", "localhost.example.jp", "127.0.0.1.example.jp:8124", "localhost:1,10.0.0.1:2"})
    void inClearNothingGoesElsewhere(String servers) {
        server.setServers(servers);
        server.setSslEnabled(false);

        assertThatThrownBy(() -> SafeLink.require(server))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ssl-enabled=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void elsewhereATokenIsNeeded(String token) {
        server.setToken(token);

        assertThatThrownBy(() -> SafeLink.require(server))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("access token");
    }

    @Test
    void aServerMustBeNamed() {
        server.setServers(" ");

        assertThatThrownBy(() -> SafeLink.require(server))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("axon.axonserver.servers");
    }
}
