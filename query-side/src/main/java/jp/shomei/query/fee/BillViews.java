package jp.shomei.query.fee;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillSummary;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillSlip;
import jp.shomei.projections.fee.view.BillStep;
import jp.shomei.projections.fee.view.Deduction;
import jp.shomei.projections.fee.view.Refund;
import org.jspecify.annotations.Nullable;

/** Shows a bill's document. */
final class BillViews {

    private BillViews() {}

    /** In one row. */
    static BillSummary row(BillDocument bill) {
        Prefecture prefecture = bill.prefecture();
        return new BillSummary(
                bill.billId(),
                bill.month(),
                bill.institution().value(),
                prefecture == null ? null : prefecture.code(),
                bill.method(),
                bill.status(),
                bill.status().label(),
                bill.amount(),
                bill.outstanding(),
                bill.nextOn(),
                waitingSince(bill));
    }

    private static @Nullable LocalDate waitingSince(BillDocument bill) {
        Refund refund = bill.refund();
        return switch (bill.status()) {
            case DEDUCTION_INSTRUCTED ->
                bill.deduction(null).map(Deduction::instructedOn).orElse(null);
            case REFUND_DUE -> refund == null ? null : refund.orderedOn();
            default -> null;
        };
    }

    /** All of it. */
    static BillView view(BillDocument bill) {
        return new BillView(
                row(bill), Line.of(bill).map(Line::view).toList(), bill.accounts(), slip(bill.slip()), steps(bill));
    }

    private static BillView.@Nullable Slip slip(@Nullable BillSlip slip) {
        return slip == null
                ? null
                : new BillView.Slip(
                        slip.payer(),
                        slip.address(),
                        slip.amount(),
                        slip.taxIncluded(),
                        slip.issuedOn(),
                        slip.dueOn(),
                        slip.issuer());
    }

    private static List<BillView.Step> steps(BillDocument bill) {
        return Stream.concat(bill.lines().stream().map(BillStep::of), bill.steps().stream())
                .sorted(Comparator.comparingLong(BillStep::sequence))
                .map(step -> new BillView.Step(
                        step.sequence(), step.type(), step.on(), step.amount(), step.note(), step.reason()))
                .toList();
    }
}
