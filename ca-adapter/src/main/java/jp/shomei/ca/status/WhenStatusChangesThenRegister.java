package jp.shomei.ca.status;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigned;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevokedKey;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the register. Its rows and its token are one transaction, so nothing is forgotten or taken in halfway; listeners
 * hear of it when that is committed.
 */
@ProcessingGroup(WhenStatusChangesThenRegister.GROUP)
@DisallowReplay
public final class WhenStatusChangesThenRegister {

    public static final String GROUP = "status-register";

    private static final Logger LOG = LoggerFactory.getLogger(WhenStatusChangesThenRegister.class);

    private final CertificateRegister register;
    private final Supplier<String> issuerOfToday;
    private final List<StatusListener> listeners;
    private final RevocationSteps steps;

    /**
     * @param issuerOfToday key identifier of the issuer on whose list a serial number goes that nothing else is known of
     */
    public WhenStatusChangesThenRegister(
            CertificateRegister register,
            Supplier<String> issuerOfToday,
            List<StatusListener> listeners,
            RevocationSteps steps) {
        this.register = register;
        this.issuerOfToday = issuerOfToday;
        this.listeners = List.copyOf(listeners);
        this.steps = steps;
    }

    @EventHandler
    public void on(CertificateSigningPrepared event) {
        byte[] toBeSigned = Base64.getDecoder().decode(event.toBeSigned());
        register.prepared(Registration.ofToBeSigned(toBeSigned, event.requestId(), event.generation()));
    }

    @EventHandler
    public void on(CertificateSigned event) {
        byte[] certificate = Base64.getDecoder().decode(event.certificate());
        register.signed(Registration.ofCertificate(certificate, event.requestId(), event.generation()), certificate);
        onceCommitted(() -> tell(listener -> listener.signed(event.serialNumber())));
    }

    @EventHandler
    public void on(CertificateRevoked event) {
        event.keys().forEach(key -> revoke(event.requestId(), key, event.revokedAt(), event.reason()));
    }

    @EventHandler
    public void on(PreviousKeyRetired event) {
        revoke(event.requestId(), event.key(), event.retiredAt(), RevocationReason.SUPERSEDED);
    }

    private void revoke(String requestId, RevokedKey key, Instant at, RevocationReason reason) {
        steps.reached(RevocationStep.AFTER_EVENT, requestId);
        register.revoked(
                new Revocation(key.serialNumber(), at, reason), key.publicKeySha256(), requestId, issuerOfToday.get());
        steps.reached(RevocationStep.AFTER_REGISTRATION, requestId);
        onceCommitted(() -> {
            steps.reached(RevocationStep.AFTER_COMMIT, requestId);
            tell(listener -> listener.revoked(key.serialNumber()));
        });
    }

    private static void onceCommitted(Runnable what) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(committed -> what.run());
        } else {
            what.run();
        }
    }

    private void tell(Consumer<StatusListener> message) {
        for (StatusListener listener : listeners) {
            try {
                message.accept(listener);
            } catch (RuntimeException failed) {
                LOG.error("The register is kept, but who listens to it failed.", failed);
            }
        }
    }
}
