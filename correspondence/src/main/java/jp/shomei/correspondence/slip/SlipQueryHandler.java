package jp.shomei.correspondence.slip;

import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.RenderSlip;
import jp.shomei.contracts.fee.SlipDocument;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.question.Questions;
import org.axonframework.queryhandling.QueryHandler;

/** Prints the slip of a bill as it was sent, whatever has become of the bill since. */
public final class SlipQueryHandler {

    private final Questions questions;
    private final SlipPrinter printer;

    SlipQueryHandler(Questions questions, SlipPrinter printer) {
        this.questions = questions;
        this.printer = printer;
    }

    /**
     * The slip.
     *
     * @throws Refused with {@link ErrorCode#BILL_NOT_FOUND}, or {@link ErrorCode#SLIP_NOT_ISSUED} if none was sent
     */
    @QueryHandler
    public SlipDocument handle(RenderSlip query) {
        BillView bill = questions
                .find(new FindBill(query.billId()), BillView.class)
                .orElseThrow(() -> Refused.because(ErrorCode.BILL_NOT_FOUND));
        BillView.Slip slip = bill.slip();
        if (slip == null) {
            throw Refused.because(ErrorCode.SLIP_NOT_ISSUED, bill.row().status().label());
        }
        return new SlipDocument(printer.print(bill, slip).pdf());
    }
}
