package jp.shomei.ca.status;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevokeCompromisedKey;
import jp.shomei.contracts.certificate.RevokedKey;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * A key that was compromised in one place is so everywhere: it gets no certificate any more, and every other certificate
 * that carries it is revoked, also one that was being signed at that moment.
 */
@ProcessingGroup("compromised-keys")
@DisallowReplay
public final class WhenKeyCompromisedThenRevokeOthers {

    private static final int BATCH = 100;
    private static final Duration MOST_BEHIND = Duration.ofSeconds(5);

    private final CertificateRegister register;
    private final KnownSerials serials;
    private final KeyBlocking blocking;
    private final CommandGateway gateway;

    public WhenKeyCompromisedThenRevokeOthers(
            CertificateRegister register, KnownSerials serials, KeyBlocking blocking, CommandGateway gateway) {
        this.register = register;
        this.serials = serials;
        this.blocking = blocking;
        this.gateway = gateway;
    }

    @EventHandler
    public void on(CertificateRevoked event) {
        if (event.reason() != RevocationReason.KEY_COMPROMISE) {
            return;
        }
        for (RevokedKey key : event.keys()) {
            blocking.block(key.publicKeySha256(), "compromised; revoked with " + event.requestId(), event.revokedAt());
            requireRegistered(key);
            revokeOthers(key.publicKeySha256());
        }
    }

    @EventHandler
    public void on(CertificateSigned event) {
        Registration signed = Registration.ofCertificate(
                Base64.getDecoder().decode(event.certificate()), event.requestId(), event.generation());
        if (register.isCompromised(signed.publicKeySha256())) {
            Commands.by("reaction", gateway)
                    .tell(new RevokeCompromisedKey(event.requestId(), signed.publicKeySha256()));
        }
    }

    private void revokeOthers(String publicKeySha256) {
        Commands commands = Commands.by("reaction", gateway);
        List<String> batch = register.holdersOf(publicKeySha256, "", BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(requestId -> commands.tell(new RevokeCompromisedKey(requestId, publicKeySha256)));
            batch = register.holdersOf(publicKeySha256, batch.getLast(), BATCH);
        }
    }

    /** The register follows the same events; what was signed before this one must be in it. */
    private void requireRegistered(RevokedKey key) {
        try {
            if (!serials.awaitRevoked(key.serialNumber(), MOST_BEHIND)) {
                throw new IllegalStateException("the register has not yet taken in the revocation");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the register", stopped);
        }
    }
}
