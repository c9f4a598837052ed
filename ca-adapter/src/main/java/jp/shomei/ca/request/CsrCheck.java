package jp.shomei.ca.request;

import java.util.Optional;
import jp.shomei.contracts.refusal.FieldRule;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** One clause that a certification request must keep. Its subject is not looked at: the holder is known otherwise. */
interface CsrCheck {

    /** The rule that the request breaks, if it does. */
    Optional<FieldRule> brokenBy(PKCS10CertificationRequest request);

    /** A broken rule unless the clause holds. */
    static Optional<FieldRule> unless(boolean holds, FieldRule rule) {
        return holds ? Optional.empty() : Optional.of(rule);
    }
}
