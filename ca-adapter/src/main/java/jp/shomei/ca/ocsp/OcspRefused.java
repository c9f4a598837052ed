package jp.shomei.ca.ocsp;

/** A request that is answered by a status without a signature (RFC 6960 section 4.2.1). */
final class OcspRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final OcspRefusal refusal;

    OcspRefused(OcspRefusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    OcspRefusal refusal() {
        return refusal;
    }
}
