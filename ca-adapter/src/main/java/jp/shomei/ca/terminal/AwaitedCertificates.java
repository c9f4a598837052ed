package jp.shomei.ca.terminal;

import java.time.Duration;
import java.util.Optional;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.KnownSerials;
import jp.shomei.ca.status.SerialStatus;

/** Asks the authority's own register, with the patience that a terminal needs which connects right after it enrolled. */
public final class AwaitedCertificates implements TerminalRegister {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KnownSerials serials;
    private final CertificateRegister register;

    public AwaitedCertificates(KnownSerials serials, CertificateRegister register) {
        this.serials = serials;
        this.register = register;
    }

    @Override
    public boolean isGood(String serialNumber) {
        try {
            return serials.awaitKnown(serialNumber, PATIENCE) == SerialStatus.State.GOOD;
        } catch (InterruptedException nobodyWantsToKnow) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Optional<String> requestIdOf(String serialNumber) {
        return register.requestIdOf(serialNumber);
    }
}
