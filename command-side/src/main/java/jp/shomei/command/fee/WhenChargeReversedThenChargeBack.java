package jp.shomei.command.fee;

import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.ChargeReversed;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** What an officer takes back is charged once more with the opposite amount, in the next open month. */
@ProcessingGroup("fee-charging")
@DisallowReplay
public final class WhenChargeReversedThenChargeBack {

    private final Charging charging;

    public WhenChargeReversedThenChargeBack(Charging charging) {
        this.charging = charging;
    }

    @EventHandler
    public void on(ChargeReversed event) {
        charging.takeBack(
                BillId.month(event.billId()),
                event.institution(),
                event.category(),
                event.charge().reversedOn(event.reversedOn()));
    }
}
