package jp.shomei.correspondence.slip;

import jp.shomei.contracts.fee.BillView;
import jp.shomei.correspondence.document.DocumentForm;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.PrintedDocument;
import jp.shomei.correspondence.document.UnprintableDocument;

/** Prints slips. The same bill gives the same bytes. May be used by several threads at once. */
final class SlipPrinter {

    private static final String TITLE = "電子証明書発行・更新料払込請求書";
    private static final String PAGE_NUMBERS = "0123456789/ ";

    private final DocumentPrinter printer;
    private final DocumentForm form = new DocumentForm(SlipPrinter.class, "slip", TITLE, PAGE_NUMBERS);

    SlipPrinter(DocumentPrinter printer) {
        this.printer = printer;
    }

    /**
     * Prints a slip, which is said to be made on the day it was sent.
     *
     * @throws UnprintableDocument if it cannot be printed just as it is meant
     */
    PrintedDocument print(BillView bill, BillView.Slip slip) {
        return printer.print(form, SlipValues.of(bill, slip), slip.issuedOn());
    }
}
