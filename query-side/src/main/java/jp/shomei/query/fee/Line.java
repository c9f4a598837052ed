package jp.shomei.query.fee;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ConsumptionTax;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.BillLine;

/**
 * A line of a ledger.
 *
 * @param bill the bill that has it
 * @param line the line
 */
record Line(BillDocument bill, BillLine line) {

    /** The lines of a bill, in order. */
    static Stream<Line> of(BillDocument bill) {
        return bill.lines().stream().map(line -> new Line(bill, line)).sorted(Comparator.comparing(Line::place));
    }

    /** The lines of a month that follow a place, in order, read as they are wanted. */
    static Iterator<Line> following(MonthBills bills, Optional<LinePlace> after) {
        return new InChunks<>(
                bills.from(after.map(LinePlace::billId).orElse(null)), 1, chunk -> linesOf(chunk.getFirst(), after));
    }

    LinePlace place() {
        return new LinePlace(bill.billId(), line.charge().chargeId());
    }

    Charge charge() {
        return line.charge();
    }

    /** As everybody knows it. */
    LedgerLine view() {
        Charge charge = line.charge();
        return new LedgerLine(
                charge.chargeId(),
                bill.institution().value(),
                charge.requestId(),
                charge.requestIds(),
                charge.noticeId(),
                charge.kind(),
                charge.amount(),
                ConsumptionTax.within(charge.amount()),
                charge.chargedOn(),
                bill.method(),
                bill.status(),
                bill.status().label(),
                charge.reverses(),
                bill.billId());
    }

    private static List<Line> linesOf(BillDocument bill, Optional<LinePlace> after) {
        return of(bill).filter(line -> after.filter(place -> line.place().compareTo(place) <= 0)
                        .isEmpty())
                .toList();
    }
}
