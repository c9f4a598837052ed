package jp.shomei.ca.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.Register;
import jp.shomei.contracts.certificate.RevocationReason;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;

class RevocationStepsTest {

    private static final String ID = "202103100000001";
    private static final Instant AT = Instant.parse("2021-04-01T00:00:00Z");

    private final Register told = Register.empty();
    private final X509Certificate certificate = told.signed(ID);
    private final List<String> course = new ArrayList<>();

    @Test
    void areToldInOrderAroundTheCommit() {
        RevocationSteps steps = (step, concerned) -> course.add(step + " " + isRevoked());
        var work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("revoked"));
        work.onCommit(committing -> course.add("commit"));
        revoke(steps);
        work.commit();
        assertThat(course)
                .containsExactly(
                        "AFTER_EVENT false", "AFTER_REGISTRATION true", "commit", "AFTER_COMMIT true", "listener");
    }

    @Test
    void nameTheCertificate() {
        revoke((step, concerned) -> course.add(concerned));
        assertThat(course).containsExactly(ID, ID, ID, "listener");
    }

    @Test
    void keepWhatFollowsFromHappeningWhenTheyFail() {
        assertThatThrownBy(() -> revoke((step, concerned) -> {
                    throw new IllegalStateException("halted");
                }))
                .hasMessage("halted");
        assertThat(isRevoked()).isFalse();
        assertThat(course).isEmpty();
    }

    private void revoke(RevocationSteps steps) {
        StatusListener listener = new StatusListener() {
            @Override
            public void signed(String serialNumber) {
                // not of interest here
            }

            @Override
            public void revoked(String serialNumber) {
                course.add("listener");
            }
        };
        new WhenStatusChangesThenRegister(told.register, () -> Register.ISSUER, List.of(listener), steps)
                .on(Register.revoked(ID, certificate, RevocationReason.KEY_COMPROMISE, AT));
    }

    private boolean isRevoked() {
        return told.register
                .find(Register.serial(certificate))
                .map(RegisteredSerial::state)
                .filter(SerialStatus.State.REVOKED::equals)
                .isPresent();
    }
}
