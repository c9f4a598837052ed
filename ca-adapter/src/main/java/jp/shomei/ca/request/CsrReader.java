package jp.shomei.ca.request;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.x509.PublicKeys;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** Reads certification requests (PKCS#10, RFC 2986) in PEM, and takes nothing from them but the key. */
public final class CsrReader {

    private static final String FIELD = "csr";

    private final List<CsrCheck> checks;

    /**
     * @param profiles what keys there may be
     * @param blocked what keys there may not be any more
     */
    public CsrReader(CertificateProfiles profiles, BlockedKeys blocked) {
        // What a key is made of comes before its profile, which knows but one answer to broken keys; whatever looks at
        // the key before the signature, since verifying is dear with a key of any size.
        this.checks = List.of(
                new CsrRsaSmallFactorCheck(),
                new CsrCurvePointCheck(),
                new CsrMlDsaSizeCheck(),
                new CsrKeyProfileCheck(profiles),
                new CsrRsaExponentCheck(),
                new CsrRsaRocaCheck(),
                new CsrRsaClosePrimesCheck(),
                new CsrKeyBlockedCheck(blocked),
                new CsrSignatureCheck());
    }

    /** Everything that is checked, in this order. */
    List<CsrCheck> checks() {
        return checks;
    }

    /**
     * The key of a request, in its canonical form.
     *
     * @throws Refused with {@code INVALID_FIELDS}, naming the rule that the field {@code csr} broke
     */
    public SubjectPublicKeyInfo read(@Nullable String pem) {
        if (pem == null || pem.isBlank()) {
            throw refused(FieldRule.REQUIRED);
        }
        if (!CsrSizeCheck.passes(pem)) {
            throw refused(FieldRule.TOO_LONG, String.valueOf(CsrSizeCheck.LIMIT));
        }
        PKCS10CertificationRequest request = parse(pem).orElseThrow(() -> refused(FieldRule.CSR_UNREADABLE));
        for (CsrCheck check : checks) {
            Optional<FieldRule> broken = check.brokenBy(request);
            if (broken.isPresent()) {
                throw refused(broken.get());
            }
        }
        return PublicKeys.canonical(request.getSubjectPublicKeyInfo()).orElseThrow(() -> refused(FieldRule.CSR_KEY));
    }

    private static Optional<PKCS10CertificationRequest> parse(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            return parser.readObject() instanceof PKCS10CertificationRequest request
                    ? Optional.of(request)
                    : Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Refused refused(FieldRule rule, String... arguments) {
        return new Refused(Refusal.of(List.of(FieldError.of(FIELD, rule, arguments))));
    }
}
