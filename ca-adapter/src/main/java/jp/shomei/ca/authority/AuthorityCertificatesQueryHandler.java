package jp.shomei.ca.authority;

import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import org.axonframework.queryhandling.QueryHandler;

/** Shows the authority's own certificates. */
public final class AuthorityCertificatesQueryHandler {

    private final AuthorityCertificatesView certificates;

    public AuthorityCertificatesQueryHandler(CertificateAuthority authority) {
        this.certificates = new AuthorityCertificatesView(
                Certificates.base64(authority.root()), Certificates.base64(authority.issuing()));
    }

    @QueryHandler
    public AuthorityCertificatesView handle(FindAuthorityCertificates query) {
        return certificates;
    }
}
