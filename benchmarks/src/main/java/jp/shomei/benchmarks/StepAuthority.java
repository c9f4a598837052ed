package jp.shomei.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** step-ca, an authority as a server, with an issuing key as large as the program's, and its command line for who asks it. */
final class StepAuthority implements AutoCloseable {

    /** What must be on the machine. */
    static final List<String> TOOLS = List.of("step-ca", "step");

    private static final String PROVISIONER = "bare";

    private final Path directory;
    private final int port;
    private final Process server;
    private final AtomicInteger issued = new AtomicInteger();

    private StepAuthority(Path directory, int port, Process server) {
        this.directory = directory;
        this.port = port;
        this.server = server;
    }

    static StepAuthority start(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("password"), "2468");
        int port = Listening.free();
        step(
                directory,
                "ca init --deployment-type standalone --name Bare --dns localhost --provisioner " + PROVISIONER
                        + " --address 127.0.0.1:" + port + " --password-file password"
                        + " --provisioner-password-file password");
        step(
                directory,
                "certificate create Bare certs/intermediate_ca.crt secrets/intermediate_ca_key --force"
                        + " --profile intermediate-ca --kty RSA --size 3072 --password-file password"
                        + " --ca certs/root_ca.crt --ca-key secrets/root_ca_key --ca-password-file password");
        ProcessBuilder command = new ProcessBuilder("step-ca", "config/ca.json", "--password-file", "password")
                .directory(directory.toFile());
        command.environment().put("STEPPATH", directory.toString());
        Process server = command.redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        StepAuthority authority = new StepAuthority(directory, port, server);
        Listening.await(port);
        return authority;
    }

    /** Makes a key, has a certificate signed for it, and packs both into a PKCS#12. */
    void issue() throws IOException, InterruptedException {
        String name = "holder" + issued.incrementAndGet();
        step(
                directory,
                "ca certificate " + name + " " + name + ".pem " + name + ".key --kty RSA --size 2048 --provisioner "
                        + PROVISIONER + " --provisioner-password-file password --ca-url https://localhost:" + port
                        + " --root certs/root_ca.crt");
        step(
                directory,
                "certificate p12 " + name + ".p12 " + name + ".pem " + name
                        + ".key --ca certs/intermediate_ca.crt --password-file password");
    }

    private static void step(Path directory, String arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("STEPPATH=" + directory, "step"));
        words.addAll(List.of(arguments.split(" ")));
        Commands.run(directory, "env", words.toArray(String[]::new));
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        if (!server.waitFor(1, TimeUnit.MINUTES)) {
            server.destroyForcibly();
        }
    }
}
