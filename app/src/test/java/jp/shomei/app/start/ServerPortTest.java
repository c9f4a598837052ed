package jp.shomei.app.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ServerPortTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aPortThatSomebodyElseUsesIsRefusedWithWhatToDo() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            environment.setProperty("server.port", String.valueOf(other.getLocalPort()));

            assertThatThrownBy(() -> ServerPort.require(environment))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("--server.port=PORT");
        }
    }

    @Test
    void aPortThatIsFreeOnTheAddressIsLeftFree() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = other.getLocalPort();
            environment.withProperty("server.port", String.valueOf(port)).withProperty("server.address", "127.0.0.2");

            assertThatCode(() -> ServerPort.require(environment)).doesNotThrowAnyException();
        }
        assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getByName("127.0.0.2")).close())
                .doesNotThrowAnyException();
    }

    @Test
    void anAddressOfAnotherMachineIsRefused() {
        environment.withProperty("server.port", "0").withProperty("server.address", "192.0.2.1");

        assertThatThrownBy(() -> ServerPort.require(environment)).isInstanceOf(StartRefused.class);
    }
}
