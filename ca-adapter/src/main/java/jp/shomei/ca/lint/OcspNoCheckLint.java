package jp.shomei.ca.lint;

import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;

/** Nobody needs to ask whether the answers' signer is revoked: it lives too shortly (RFC 6960 section 4.2.2.2.1). */
final class OcspNoCheckLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        return Lint.unlessExactly(certificate, OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }
}
