package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;

/** A bill that lives from day to day, with the daily run on each but where it stands still. */
final class BillLife implements AutoCloseable {

    private final BillRoom room = new BillRoom(CollectionPolicy.USUAL);
    private final List<String> seen = new ArrayList<>();
    private String billId = "";
    private int reported;

    /** What has happened so far, with the days. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** Charges a licence fee. */
    void begin(LocalDate chargedOn, PaymentMethod method) {
        pay(method);
        billId = BillId.of(BillingMonth.ofChargesOn(chargedOn), CLINIC);
        room.goTo(chargedOn);
        Charge charge = BillFixture.licence(BillFixture.REQUEST, 1_500);
        send(new ChargeFee(billId, CLINIC, Category.MEDICAL_INSTITUTION, charge));
    }

    /** Files another method. */
    void pay(PaymentMethod method) {
        room.file(BillFixture.filed(Category.MEDICAL_INSTITUTION, method));
    }

    /** The daily run of every day up to this one: the month is closed on its first day, or as soon as it can be. */
    void liveUntil(String last) {
        LocalDate end = LocalDate.parse(last);
        for (LocalDate day = room.today(); !day.isAfter(end); day = day.plusDays(1)) {
            room.goTo(day);
            if (!day.isBefore(BillId.month(billId).firstDay())) {
                room.takeCharges(false);
                send(new BeginCollection(billId));
            }
            send(new CollectFee(billId));
        }
        room.goTo(end);
    }

    /** Passes time without a run. */
    void standStillUntil(String day) {
        room.goTo(LocalDate.parse(day));
    }

    /** Reports this of today. */
    void report(PaymentOutcome outcome) {
        send(new RecordOutcome(billId, outcome, null, room.today(), BillFixture.place("list", ++reported)));
    }

    private void send(Object command) {
        assertThat(room.send(command)).isEmpty();
        List<FeeEvent> history = room.history(billId);
        history.subList(seen.size(), history.size())
                .forEach(event -> seen.add(room.today() + " " + event.getClass().getSimpleName()));
    }

    @Override
    public void close() {
        room.close();
    }
}
