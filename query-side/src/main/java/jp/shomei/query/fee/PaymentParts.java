package jp.shomei.query.fee;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.query.institution.Registrations;
import org.jspecify.annotations.Nullable;

/** A file for the payment system, in parts. Each part is about so many bills, though few of them may have a row. */
final class PaymentParts {

    private static final int BILLS = 1_000;

    private final MonthBills bills;
    private final LedgerFile file;
    private final Registrations registrations;
    private final ReversedBills reversed;

    PaymentParts(MonthBills bills, LedgerFile file, Registrations registrations, ReversedBills reversed) {
        this.reversed = reversed;
        this.bills = bills;
        this.file = file;
        this.registrations = registrations;
    }

    /** The part that follows a bill; the first, which has the header, if none is given. */
    FilePart after(@Nullable String billId) {
        Iterator<BillDocument> following = bills.from(billId);
        List<BillDocument> chunk = new ArrayList<>();
        while (chunk.size() < BILLS && following.hasNext()) {
            BillDocument bill = following.next();
            if (!bill.billId().equals(billId)) {
                chunk.add(bill);
            }
        }
        CsvText text = new CsvText();
        if (billId == null) {
            text.add(PaymentCsv.header(file));
        }
        Map<InstitutionCode, Registration> filed = registrations.findAll(
                chunk.stream().map(BillDocument::institution).toList());
        for (BillDocument bill : chunk) {
            Registration registration = filed.get(bill.institution());
            PaymentCsv.row(file, bill, registration == null ? "" : registration.name())
                    .filter(row -> file != LedgerFile.REFUNDS || reversed.areSettled(bill))
                    .ifPresent(text::add);
        }
        return new FilePart(
                text.toString(), following.hasNext() ? chunk.getLast().billId() : null);
    }
}
