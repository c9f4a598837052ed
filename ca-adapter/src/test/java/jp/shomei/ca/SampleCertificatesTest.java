package jp.shomei.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.ca.profile.CertificateProfile;
import jp.shomei.ca.profile.HolderKeyAlgorithm;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.x509.Certificates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes a certificate of every sort to {@code target/samples}, where {@code .ci/lint-certificates} lets other people's
 * linters judge them.
 */
class SampleCertificatesTest {

    private static final Path SAMPLES = Path.of("target", "samples");

    @BeforeAll
    static void clear() throws IOException {
        Files.createDirectories(SAMPLES);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(SAMPLES, "*.pem")) {
            for (Path sample : old) {
                Files.delete(sample);
            }
        }
    }

    static Stream<CertificateProfile> profiles() {
        return TestAuthority.PROFILES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void areWrittenForEveryProfile(CertificateProfile profile) throws Exception {
        X509Certificate holder = issue(profile);
        write("holder-" + profile.name() + ".pem", holder);
        assertThat(TestAuthority.authority().chainOf(holder)).hasSize(3);
        write("root.pem", TestAuthority.authority().root());
        write("issuing.pem", TestAuthority.authority().issuing());
        // the openssl of today's distributions does not know lattice keys
        if (profile.keyAlgorithm() != HolderKeyAlgorithm.ML_DSA) {
            Openssl.run(
                    SAMPLES,
                    "verify",
                    "-no_check_time",
                    "-x509_strict",
                    "-trusted",
                    "root.pem",
                    "-untrusted",
                    "issuing.pem",
                    "holder-" + profile.name() + ".pem");
        }
    }

    private static X509Certificate issue(CertificateProfile profile) {
        SigningDrafts drafts =
                new SigningDrafts(TestAuthority.PROFILES, TestAuthority.template(), TestAuthority.RANDOM);
        HolderKey key =
                HolderKey.madeHere(profile.generateKeyPair(TestAuthority.RANDOM).getPublic());
        byte[] toBeSigned = Base64.getDecoder()
                .decode(drafts.draft(Orders.fresh(), key).signing().toBeSigned());
        return Certificates.read(
                TestAuthority.authority().sign(TestAuthority.linter().lint(toBeSigned)));
    }

    private static String write(String name, X509Certificate certificate) throws IOException {
        Files.writeString(SAMPLES.resolve(name), Certificates.pem(List.of(certificate)));
        return name;
    }
}
