package jp.shomei.ca.ceremony;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.x509.Certificates;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** What travels between the root and the issuing authority, in PEM. */
final class CeremonyFiles {

    private static final long MOST_BYTES = 64 * 1024;

    private CeremonyFiles() {}

    static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new CeremonyRefused(file + " is there already; choose another name, nothing is overwritten");
        }
        Path above = file.toAbsolutePath().getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new CeremonyRefused("there is no directory for " + file);
        }
    }

    static String pem(PKCS10CertificationRequest request) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("CERTIFICATE REQUEST", request.getEncoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException("a request can be written", impossible);
        }
        return text.toString();
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
        } catch (IOException failed) {
            throw new CeremonyRefused(file + " cannot be written", failed);
        }
    }

    static PKCS10CertificationRequest request(Path file) {
        return read(file).stream()
                .filter(PKCS10CertificationRequest.class::isInstance)
                .map(PKCS10CertificationRequest.class::cast)
                .findFirst()
                .orElseThrow(() -> new CeremonyRefused(file + " holds no certification request (PKCS#10 in PEM)"));
    }

    /** The certificates in a file, in their order; at least one. */
    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            for (Object object : read(file)) {
                if (object instanceof X509CertificateHolder certificate) {
                    certificates.add(Certificates.read(certificate.getEncoded()));
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CeremonyRefused(file + " holds something that is no certificate", unreadable);
        }
        if (certificates.isEmpty()) {
            throw new CeremonyRefused(file + " holds no certificate in PEM");
        }
        return certificates;
    }

    private static List<Object> read(Path file) {
        List<Object> objects = new ArrayList<>();
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new CeremonyRefused(file + " is too large to be what is asked for");
            }
            PEMParser parser = new PEMParser(new StringReader(Files.readString(file, StandardCharsets.US_ASCII)));
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
            return objects;
        } catch (IOException unreadable) {
            throw new CeremonyRefused(file + " cannot be read", unreadable);
        }
    }
}
