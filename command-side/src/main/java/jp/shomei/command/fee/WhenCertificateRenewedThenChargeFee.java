package jp.shomei.command.fee;

import java.util.List;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ChargeKind;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** Each renewal costs the renewal fee (更新料), and nothing else. */
@ProcessingGroup("fee-charging")
@DisallowReplay
public final class WhenCertificateRenewedThenChargeFee {

    private final Charging charging;

    public WhenCertificateRenewedThenChargeFee(Charging charging) {
        this.charging = charging;
    }

    @EventHandler
    public void on(CertificateRenewed event) {
        charging.charge(
                event.institution(),
                event.category(),
                new Charge(
                        ChargeId.ofRenewal(event.requestId(), event.generation()),
                        ChargeKind.RENEWAL,
                        List.of(event.requestId()),
                        event.generation(),
                        null,
                        event.renewalFee(),
                        event.renewedOn(),
                        null));
    }
}
