package jp.shomei.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.http.access.Role;
import org.junit.jupiter.api.Test;

class KeepAliveTest extends HttpTest {
    private static final String REFUSED = "GET /api/v1/clock HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String ANSWERED = "GET /api/v1/clock HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + TestApplication.token(Role.OFFICER) + "\r\n\r\n";

    @Test
    void answersARequestAfterOneThatWasRefusedAtOnce() throws IOException {
        others.on(FindClock.class, query -> Samples.clock(Instant.parse("2021-03-10T00:00:00Z")));

        try (Socket connection = new Socket("127.0.0.1", port)) {
            connection.setSoTimeout(5_000);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            // the second request waits in the server's queue until the first is answered
            send(connection, ANSWERED + REFUSED);
            assertThat(status(answers)).isEqualTo(200);
            assertThat(status(answers)).isEqualTo(401);

            send(connection, ANSWERED);
            assertThat(status(answers)).isEqualTo(200);
        }
    }

    private static void send(Socket connection, String requests) throws IOException {
        connection.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /** Skips to the next answer; a body is one line of JSON without a line break, before the next status line. */
    private static int status(BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (!line.contains("HTTP/1.1 ")) {
            line = answers.readLine();
        }
        int beginning = line.indexOf("HTTP/1.1 ") + "HTTP/1.1 ".length();
        return Integer.parseInt(line.substring(beginning, beginning + 3));
    }
}
