package jp.shomei.ca.ocsp;

import java.time.Instant;
import java.util.Optional;
import jp.shomei.ca.status.RegisteredSerial;
import jp.shomei.ca.status.Revocation;
import jp.shomei.ca.status.SerialStatus.State;

/**
 * A signed answer.
 *
 * @param response OCSPResponse in DER
 * @param standing what it says of the certificate
 * @param thisUpdate since when it is known
 * @param nextUpdate until when it may be relied on
 */
record OcspAnswer(byte[] response, Standing standing, Instant thisUpdate, Instant nextUpdate) {

    /**
     * What an answer says of a certificate.
     *
     * @param state good, revoked or unknown
     * @param revocation since when and why it is revoked, if it is
     */
    record Standing(State state, Optional<Revocation> revocation) {

        static Standing of(Optional<RegisteredSerial> registered) {
            return new Standing(
                    registered.map(RegisteredSerial::state).orElse(State.UNKNOWN),
                    registered.flatMap(RegisteredSerial::revocation));
        }
    }
}
