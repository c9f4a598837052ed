package jp.shomei.ca.ocsp;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;

/** Whether answers about every issuer's certificates can be signed, now and in the days to come. */
public final class OcspSignerWatch implements AuthorityWatch {

    private final CertificateAuthority authority;
    private final OcspSigners signers;
    private final Clock clock;

    public OcspSignerWatch(CertificateAuthority authority, OcspSigners signers, Clock clock) {
        this.authority = authority;
        this.signers = signers;
        this.clock = clock;
    }

    @Override
    public List<WatchEntry> look() {
        List<String> concerns = new ArrayList<>();
        authority.issuers().forEach(issuer -> concern(issuer).ifPresent(concerns::add));
        return List.of(WatchEntry.of("ocsp-signers", concerns, "answers can be signed for every issuer"));
    }

    private Optional<String> concern(X509Certificate issuer) {
        Optional<OcspSigner> known = signers.known(issuer);
        if (known.isEmpty()) {
            return Optional.of("nobody can sign OCSP answers for " + issuer.getSubjectX500Principal());
        }
        OcspSigner signer = known.get();
        return signer.isFresh(clock.instant())
                ? Optional.empty()
                : Optional.of("the OCSP signer of " + issuer.getSubjectX500Principal() + " lapses at " + signer.end());
    }
}
