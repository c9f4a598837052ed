package jp.shomei.correspondence.letter;

import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.correspondence.document.DocumentForm;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.PrintedDocument;
import jp.shomei.correspondence.document.UnprintableDocument;

/** Prints letters. The same content gives the same bytes. May be used by several threads at once. */
final class LetterPrinter {

    private static final String TITLE = "電子証明書発行通知書";
    /** Page numbers, and the head of the pages with boxes. */
    private static final String GENERATED = "0123456789/ 電子証明書取得に関する情報";

    private final DocumentPrinter printer;
    private final PriceTable prices;
    private final DocumentForm form = new DocumentForm(LetterPrinter.class, "letter", TITLE, GENERATED);

    /** @param prices what a letter says of fees, by day */
    LetterPrinter(DocumentPrinter printer, PriceTable prices) {
        this.printer = printer;
        this.prices = prices;
    }

    /**
     * Prints a letter, which is said to be made on its day of posting.
     *
     * @throws UnprintableDocument if it cannot be printed just as it is meant
     */
    PrintedDocument print(LetterContent content) {
        return printer.print(form, LetterValues.of(content, prices), content.dispatchOn());
    }
}
