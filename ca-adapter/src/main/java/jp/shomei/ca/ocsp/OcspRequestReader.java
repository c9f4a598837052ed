package jp.shomei.ca.ocsp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.CertID;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPRequest;
import org.bouncycastle.asn1.ocsp.Request;
import org.bouncycastle.asn1.ocsp.TBSRequest;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.jspecify.annotations.Nullable;

/**
 * Reads what anybody sends. Who asks, and a signature by which they prove it, does not matter here (RFC 6960 section 4.1.2):
 * the answer is the same for everybody.
 */
final class OcspRequestReader {

    private static final int MOST_BYTES = 8 * 1024;
    private static final int MOST_CERTIFICATES = 20;
    /** RFC 9654 section 2.1. */
    private static final int MOST_NONCE_BYTES = 128;

    private OcspRequestReader() {}

    /**
     * What the request asks.
     *
     * @throws OcspRefused with {@link OcspRefusal#MALFORMED_REQUEST} if it cannot be read or is too large
     */
    static OcspQuestion read(byte[] request) {
        if (request.length > MOST_BYTES) {
            throw new OcspRefused(OcspRefusal.MALFORMED_REQUEST);
        }
        try {
            TBSRequest content = OCSPRequest.getInstance(ASN1Primitive.fromByteArray(request))
                    .getTbsRequest();
            return new OcspQuestion(certificates(content.getRequestList()), nonce(content.getRequestExtensions()));
        } catch (OcspRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw new OcspRefused(OcspRefusal.MALFORMED_REQUEST);
        }
    }

    private static List<CertID> certificates(ASN1Sequence requests) {
        if (requests.size() < 1 || requests.size() > MOST_CERTIFICATES) {
            throw new OcspRefused(OcspRefusal.MALFORMED_REQUEST);
        }
        List<CertID> certificates = new ArrayList<>();
        for (ASN1Encodable each : requests) {
            Request request = Request.getInstance(each);
            requireKnown(request.getSingleRequestExtensions());
            certificates.add(plain(request.getReqCert()));
        }
        return certificates;
    }

    private static CertID plain(CertID certificate) {
        @Nullable ASN1Encodable parameters = certificate.getHashAlgorithm().getParameters();
        if (parameters != null && !DERNull.INSTANCE.equals(parameters.toASN1Primitive())) {
            throw new OcspRefused(OcspRefusal.MALFORMED_REQUEST);
        }
        return certificate;
    }

    private static @Nullable Extension nonce(@Nullable Extensions extensions) throws IOException {
        requireKnown(extensions);
        @Nullable Extension nonce = extensions == null ? null : extensions.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            int length = ASN1OctetString.getInstance(
                            ASN1Primitive.fromByteArray(nonce.getExtnValue().getOctets()))
                    .getOctets()
                    .length;
            if (length < 1 || length > MOST_NONCE_BYTES) {
                throw new OcspRefused(OcspRefusal.MALFORMED_REQUEST);
            }
        }
        return nonce;
    }

    /** Whoever marks an extension critical wants no answer from somebody who does not know it. */
    private static void requireKnown(@Nullable Extensions extensions) {
        if (extensions == null) {
            return;
        }
        for (var critical : extensions.getCriticalExtensionOIDs()) {
            if (!OCSPObjectIdentifiers.id_pkix_ocsp_nonce.equals(critical)) {
                throw new OcspRefused(OcspRefusal.MALFORMED_REQUEST);
            }
        }
    }
}
