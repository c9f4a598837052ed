package jp.shomei.ca.lint;

import java.util.Optional;
import jp.shomei.ca.publication.Pointers;
import jp.shomei.ca.publication.PublicAddresses;
import org.bouncycastle.asn1.x509.Extension;

/** Authority information access names the OCSP responder and the issuer's certificate, in that order (RFC 5280 section 4.2.2.1). */
final class AuthorityInformationAccessLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        PublicAddresses addresses = certificate.addresses();
        return Lint.unlessExactly(
                certificate,
                Extension.authorityInfoAccess,
                false,
                Pointers.authorityInformationAccess(addresses.ocsp(), addresses.issuer(certificate.issuerKeyId())));
    }
}
