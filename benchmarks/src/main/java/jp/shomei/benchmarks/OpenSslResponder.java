package jp.shomei.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** openssl's OCSP responder, for one certificate of an authority of its own. */
final class OpenSslResponder implements AutoCloseable {

    private static final int LONGEST_MILLIS = 30_000;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int ATTEMPTS = 600;

    private final Process process;
    private final int port;
    private final OcspRequests requests;

    private OpenSslResponder(Process process, int port, OcspRequests requests) {
        this.process = process;
        this.port = port;
        this.requests = requests;
    }

    static OpenSslResponder start(Path directory) throws Exception {
        OpenSslAuthority authority = OpenSslAuthority.make(directory);
        X509Certificate holder = read(authority.issue());
        X509Certificate issuer = read(directory.resolve("ca.pem"));
        int port = Listening.free();
        Process process = new ProcessBuilder(
                        "openssl",
                        "ocsp",
                        "-index",
                        "index.txt",
                        "-port",
                        String.valueOf(port),
                        "-rsigner",
                        "ca.pem",
                        "-rkey",
                        "ca.key",
                        "-CA",
                        "ca.pem")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("responder.log").toFile())
                .start();
        OpenSslResponder responder = new OpenSslResponder(process, port, OcspRequests.of(issuer, holder));
        responder.awaitReady(directory.resolve("responder.log"));
        return responder;
    }

    /** Asks it; it answers one after another, each over a connection of its own. */
    void ask(byte[] request) throws IOException {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            connection.setSoTimeout(LONGEST_MILLIS);
            String path = URLEncoder.encode(Base64.getEncoder().encodeToString(request), StandardCharsets.US_ASCII);
            connection
                    .getOutputStream()
                    .write(("GET /" + path + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!answer.startsWith("HTTP/1.0 200 ")) {
                throw new IOException("openssl ocsp answered " + answer);
            }
        }
    }

    OcspRequests requests() {
        return requests;
    }

    /** Not by a connection: openssl would wait for ever for what is asked over it. */
    private void awaitReady(Path log) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (Files.readString(log).contains("waiting for OCSP client connections")) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IOException("openssl ocsp does not listen: " + Files.readString(log));
    }

    private static X509Certificate read(Path pem) throws Exception {
        try (InputStream file = new ByteArrayInputStream(Files.readAllBytes(pem))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor(1, TimeUnit.MINUTES);
    }
}
