package jp.shomei.ca.ceremony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.token.TokenSettings;

/** The people at a ceremony: two machines, a root's and a system's, and files carried between them. */
final class CeremonyRun {

    final Path root;
    final Path data;
    private final Path desk;
    private final MovableClock clock = MovableClock.at(TestAuthority.DAY);

    CeremonyRun(Path place) {
        this.desk = place;
        this.root = place.resolve("root");
        this.data = place.resolve("data");
    }

    /** What a command answered. */
    record Answer(int status, String out, String err) {}

    Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                new Ceremony(clock, TestAuthority.RANDOM, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        return new Answer(status, out.toString(), err.toString());
    }

    String done(String... arguments) {
        Answer answer = run(arguments);
        assertThat(answer.status()).as(answer.err()).isZero();
        return answer.out();
    }

    Answer refused(String... arguments) {
        Answer answer = run(arguments);
        assertThat(answer.status()).as(answer.out()).isEqualTo(1);
        assertThat(answer.err()).startsWith("Not done: ").doesNotContain("Exception", "\tat ");
        return answer;
    }

    Path file(String name) {
        return desk.resolve(name);
    }

    Path authority() {
        return data.resolve("authority");
    }

    void makeRoot(String algorithm) {
        done("root", "--directory", root.toString(), "--algorithm", algorithm, "--organization", "Medical Authority");
    }

    /** From the request to the installed certificate, all in files that bear this name. */
    void roll(String name, String algorithm, String from) {
        roll(name, algorithm, from, List.of());
    }

    void roll(String name, String algorithm, String from, TokenSettings token) {
        roll(
                name,
                algorithm,
                from,
                List.of(
                        "--token-library",
                        token.library().toString(),
                        "--token-label",
                        token.label(),
                        "--token-pin-file",
                        token.pinFile().toString()));
    }

    void sign(String name, String from) {
        done(
                "sign",
                "--root",
                root.toString(),
                "--request",
                file(name + ".csr").toString(),
                "--out",
                file(name + ".pem").toString(),
                "--from",
                from);
    }

    private void roll(String name, String algorithm, String from, List<String> token) {
        run("request", token, "--out", file(name + ".csr").toString(), "--algorithm", algorithm);
        sign(name, from);
        run("install", token, "--certificate", file(name + ".pem").toString());
    }

    private void run(String command, List<String> token, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "--data", data.toString()));
        arguments.addAll(List.of(options));
        arguments.addAll(token);
        done(arguments.toArray(String[]::new));
    }
}
