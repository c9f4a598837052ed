package jp.shomei.command.fee;

import java.util.List;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ChargeKind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** Each certificate that is issued costs the licence fee (発行料), downloaded or not. */
@ProcessingGroup("fee-charging")
@DisallowReplay
public final class WhenCertificateIssuedThenChargeFee {

    private static final int FIRST_GENERATION = 1;

    private final Charging charging;

    public WhenCertificateIssuedThenChargeFee(Charging charging) {
        this.charging = charging;
    }

    @EventHandler
    public void on(CertificateIssued event) {
        charging.charge(
                event.institution(),
                event.category(),
                new Charge(
                        ChargeId.ofLicence(event.requestId()),
                        ChargeKind.LICENCE,
                        List.of(event.requestId()),
                        FIRST_GENERATION,
                        null,
                        event.licenceFee(),
                        event.issuedOn(),
                        null));
    }
}
