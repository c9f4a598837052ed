package jp.shomei.ca.authority;

import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import org.axonframework.queryhandling.QueryHandler;

/** Shows the authority's own certificates. */
public final class AuthorityCertificatesQueryHandler {

    private final CertificateAuthority authority;

    public AuthorityCertificatesQueryHandler(CertificateAuthority authority) {
        this.authority = authority;
    }

    @QueryHandler
    public AuthorityCertificatesView handle(FindAuthorityCertificates query) {
        return new AuthorityCertificatesView(
                Certificates.base64(authority.root()), Certificates.base64(authority.issuing()));
    }
}
