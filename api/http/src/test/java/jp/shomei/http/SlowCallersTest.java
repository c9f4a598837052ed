package jp.shomei.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Callers that send too little too late, on raw connections. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {"shomei.http.request-limit=1s", "shomei.http.idle-limit=500ms", "logging.level.root=warn"})
class SlowCallersTest extends HttpTest {
    private static final String BEGINNING = "POST /download/p12 HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";

    @Test
    void areHungUpOnWhenTheyPause(CapturedOutput log) throws IOException {
        try (Socket caller = connect(BEGINNING)) {
            assertThat(untilHungUp(caller)).startsWith("HTTP/1.1 408 ").contains("\"REQUEST_INCOMPLETE\"");
        }
        assertThat(log).doesNotContain("ProblemWriter");
    }

    @Test
    void areHungUpOnWhenTheyDrip(CapturedOutput log) throws Exception {
        try (ScheduledExecutorService dripping = Executors.newSingleThreadScheduledExecutor();
                Socket caller = connect(BEGINNING)) {
            dripping.scheduleAtFixedRate(() -> drip(caller), 0, 50, TimeUnit.MILLISECONDS);
            untilHungUp(caller);
        }
        assertThat(log).doesNotContain("ProblemWriter");
    }

    @Test
    void areHungUpOnWhenTheyWantNothing() throws IOException {
        try (Socket caller = connect("")) {
            assertThat(untilHungUp(caller)).isEmpty();
        }
    }

    @Test
    void leaveNoTraceInTheLogWhenTheyGoAway(CapturedOutput log) throws IOException {
        for (int i = 0; i < 5; i++) {
            connect(BEGINNING).close();
        }
        // the server has seen them all go when it has answered one who came after them
        anybody().get().uri("/nowhere").exchange().expectStatus().isNotFound();
        try (Socket caller = connect(BEGINNING)) {
            assertThat(untilHungUp(caller)).startsWith("HTTP/1.1 408 ").contains("\"REQUEST_INCOMPLETE\"");
        }
        assertThat(log).doesNotContain("ProblemWriter");
    }

    @Test
    void areToldOnceThatTheirBodyCannotBeRead(CapturedOutput log) throws IOException {
        String badChunk = "POST /download/p12 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
        // who answers first, the server or the room, is decided anew each time
        for (int i = 0; i < 100; i++) {
            try (Socket caller = connect(badChunk)) {
                assertThat(untilHungUp(caller)).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1 ");
            }
        }
        // answers that the clients of other tests left unread are reported in between
        assertThat(log.toString().lines().filter(line -> line.contains(" ERROR ") || line.contains("ProblemWriter")))
                .allMatch(line -> line.contains("ResourceLeakDetector"));
    }

    private Socket connect(String sent) throws IOException {
        Socket caller = new Socket("127.0.0.1", port);
        caller.setSoTimeout(10_000);
        caller.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return caller;
    }

    /** What comes back before the server hangs up; fails if it does not. */
    private static String untilHungUp(Socket caller) throws IOException {
        StringBuilder answer = new StringBuilder();
        try {
            int read = caller.getInputStream().read();
            while (read >= 0) {
                answer.append((char) read);
                read = caller.getInputStream().read();
            }
        } catch (SocketException hungUpWhileMoreWasOnItsWay) {
            answer.append("(reset)");
        }
        return answer.toString();
    }

    /** Fails, and so ends the dripping, when nobody listens any more. */
    private static void drip(Socket caller) {
        try {
            caller.getOutputStream().write(' ');
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }
}
