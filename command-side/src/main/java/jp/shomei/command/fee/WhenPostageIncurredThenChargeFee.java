package jp.shomei.command.fee;

import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.notice.PostageIncurred;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** Each notice that is mailed costs postage (郵送手数料), however many certificates it announces. */
@ProcessingGroup("fee-charging")
@DisallowReplay
public final class WhenPostageIncurredThenChargeFee {

    private final Charging charging;

    public WhenPostageIncurredThenChargeFee(Charging charging) {
        this.charging = charging;
    }

    @EventHandler
    public void on(PostageIncurred event) {
        charging.charge(
                event.institution(),
                null,
                new Charge(
                        ChargeId.ofPostage(event.noticeId()),
                        ChargeKind.POSTAGE,
                        event.requestIds(),
                        null,
                        event.noticeId(),
                        event.postage(),
                        event.mailedOn(),
                        null));
    }
}
