package jp.shomei.ca.terminal;

import java.util.Optional;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.SerialStatus;

/** Asks the authority's own register. */
public final class RegisteredCertificates implements TerminalRegister {

    private final SerialStatus status;
    private final CertificateRegister register;

    public RegisteredCertificates(SerialStatus status, CertificateRegister register) {
        this.status = status;
        this.register = register;
    }

    @Override
    public boolean isGood(String serialNumber) {
        return status.status(serialNumber) == SerialStatus.State.GOOD;
    }

    @Override
    public Optional<String> requestIdOf(String serialNumber) {
        return register.requestIdOf(serialNumber);
    }
}
