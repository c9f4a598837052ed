package jp.shomei.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;

/** openssl's OCSP responder, for one certificate of an authority of its own. */
final class OpenSslResponder implements AutoCloseable {

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
        Listening.await(port);
        return responder;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    OcspRequests requests() {
        return requests;
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
