package jp.shomei.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A certification authority made of openssl's commands, in a directory. */
final class OpenSslAuthority {

    private static final String SETTINGS = """
            [ca]
            default_ca = authority
            [authority]
            dir = .
            database = index.txt
            new_certs_dir = .
            certificate = ca.pem
            private_key = ca.key
            rand_serial = yes
            default_md = sha256
            default_days = 365
            policy = any
            unique_subject = no
            x509_extensions = holder
            [any]
            commonName = supplied
            [holder]
            basicConstraints = critical,CA:FALSE
            keyUsage = critical,digitalSignature,keyEncipherment
            extendedKeyUsage = clientAuth
            subjectKeyIdentifier = hash
            authorityKeyIdentifier = keyid
            crlDistributionPoints = URI:http://localhost/ca/issuing.crl
            """;

    private final Path directory;
    private final AtomicInteger issued = new AtomicInteger();

    private OpenSslAuthority(Path directory) {
        this.directory = directory;
    }

    static OpenSslAuthority make(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("ca.cnf"), SETTINGS);
        Files.writeString(directory.resolve("index.txt"), "");
        OpenSslAuthority authority = new OpenSslAuthority(directory);
        authority.run(
                "req",
                "-x509",
                "-newkey",
                "rsa:3072",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-subj",
                "/CN=Bare",
                "-days",
                "3650");
        return authority;
    }

    /** Makes a key, a request, a certificate and a PKCS#12; the name of the certificate's file. */
    Path issue() throws IOException, InterruptedException {
        String name = "holder" + issued.incrementAndGet();
        run(
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr",
                "-subj",
                "/CN=" + name);
        run("ca", "-batch", "-config", "ca.cnf", "-in", name + ".csr", "-out", name + ".pem", "-notext");
        run(
                "pkcs12",
                "-export",
                "-inkey",
                name + ".key",
                "-in",
                name + ".pem",
                "-certfile",
                "ca.pem",
                "-passout",
                "pass:2468",
                "-out",
                name + ".p12");
        return directory.resolve(name + ".pem");
    }

    Path directory() {
        return directory;
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Commands.run(directory, "openssl", arguments);
    }
}
