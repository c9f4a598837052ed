package jp.shomei.ca.escrow;

import jp.shomei.contracts.certificate.CertificateRevoked;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** Nobody downloads a revoked certificate: the private key kept for that is destroyed. */
@ProcessingGroup("escrow-destruction")
@DisallowReplay
public final class WhenRevokedThenDestroyEscrowedKey {

    private final EscrowedKeyDestruction destruction;

    public WhenRevokedThenDestroyEscrowedKey(EscrowedKeyDestruction destruction) {
        this.destruction = destruction;
    }

    @EventHandler
    public void on(CertificateRevoked event) {
        destruction.destroy(event.requestId());
    }
}
