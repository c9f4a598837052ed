package jp.shomei.query.fee;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillLine;
import jp.shomei.projections.fee.view.FeeLedgerModel;

/** The bills whose charges a bill takes back. What never came in must not be paid out. */
final class ReversedBills {

    private static final Set<BillStatus> SETTLED = Set.of(
            BillStatus.DEDUCTED, BillStatus.PAID, BillStatus.REFUND_DUE, BillStatus.REFUNDED, BillStatus.NOTHING_DUE);

    private final FeeLedgerModel model;

    ReversedBills(FeeLedgerModel model) {
        this.model = model;
    }

    /** Whether every one of them has come in or was settled otherwise. */
    boolean areSettled(BillDocument bill) {
        List<String> sources = bill.lines().stream()
                .map(BillLine::charge)
                .map(Charge::reverses)
                .filter(Objects::nonNull)
                .flatMap(this::billOf)
                .filter(billId -> !billId.equals(bill.billId()))
                .distinct()
                .toList();
        return MonthBills.read(model, sources).stream().allMatch(source -> isSettled(source, bill));
    }

    /** Of one that was written off, once what was taken back is set off here: the rest of the refund is not about it. */
    private static boolean isSettled(BillDocument source, BillDocument bill) {
        return source.status() == BillStatus.WRITTEN_OFF
                ? bill.steps().stream()
                        .anyMatch(step -> step.type().equals(ReversalOffset.class.getSimpleName())
                                && source.billId().equals(step.note()))
                : SETTLED.contains(source.status());
    }

    private Stream<String> billOf(String chargeId) {
        return Stream.ofNullable(
                MonthBills.charges(model, ChargeId.subject(chargeId)).get(chargeId));
    }
}
