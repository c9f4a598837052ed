package jp.shomei.ca.authority;

import java.util.Optional;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.ca.x509.KeyIdentifiers;
import jp.shomei.contracts.certificate.FindIssuerCertificate;
import org.axonframework.queryhandling.QueryHandler;

/** Shows the issuing certificate that a holder's certificate points at. */
public final class FindIssuerCertificateHandler {

    private final CertificateAuthority authority;

    public FindIssuerCertificateHandler(CertificateAuthority authority) {
        this.authority = authority;
    }

    @QueryHandler
    public Optional<String> handle(FindIssuerCertificate query) {
        return authority.issuers().stream()
                .filter(issuer -> KeyIdentifiers.hexOfIssuer(issuer).equals(query.issuer()))
                .findFirst()
                .map(Certificates::base64);
    }
}
