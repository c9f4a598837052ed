package jp.shomei.contracts.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.DeductionSettled;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.FeePaid;
import jp.shomei.contracts.fee.FeeRefunded;
import jp.shomei.contracts.fee.FeeWrittenOff;
import jp.shomei.contracts.fee.LedgerClosed;
import jp.shomei.contracts.fee.LedgerClosingBegun;
import jp.shomei.contracts.fee.LedgerTotals;
import jp.shomei.contracts.fee.NothingToCollect;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.OutcomeUnmatched;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RefundOrdered;
import jp.shomei.contracts.fee.ResultLine;
import jp.shomei.contracts.fee.ResultPlace;
import jp.shomei.contracts.fee.ResultsAccepted;
import jp.shomei.contracts.fee.ResultsApplied;
import jp.shomei.contracts.fee.ReversalOffset;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipIssuer;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;

/** One example of every event of bills and ledgers, each of its fields filled in. */
final class FeeExamples {

    private static final String REQUEST = "202103100000001";
    private static final String BILL = "2021-05-0110100013";
    private static final String NEXT_BILL = "2021-06-0110100013";
    private static final String LEDGER = "ledger-2021-05";
    private static final String SHA256 = "1b65f68a522c858715f5dd951cd0402dc16691778814bf0759822b7a257421d0";
    private static final ResultPlace PLACE = new ResultPlace(SHA256, 1);
    private static final InstitutionCode CLINIC = InstitutionCode.of("0110100013");
    private static final PostalAddress ADDRESS = new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", "証明クリニック");
    private static final SlipIssuer ISSUER = new SlipIssuer("T7000012050002", "見本銀行 本店 1234567");
    private static final LocalDate CLOSING_DAY = LocalDate.of(2021, 5, 1);
    private static final LocalDate DUE_DAY = LocalDate.of(2021, 6, 9);

    /** Every field filled in, though no charge has all of them. */
    private static final Charge CHARGE = new Charge(
            "L-" + REQUEST,
            ChargeKind.LICENCE,
            List.of(REQUEST),
            1,
            "N20210311-0110100013-3f9a1c2e",
            1500,
            LocalDate.of(2021, 3, 10),
            "V-L-" + REQUEST);

    private FeeExamples() {}

    static List<Object> complete() {
        return List.of(
                new FeeCharged(
                        BILL,
                        CLINIC,
                        Category.MEDICAL_INSTITUTION,
                        Prefecture.HOKKAIDO,
                        PaymentMethod.DEDUCTION,
                        CHARGE),
                new ChargeReversed(
                        BILL, CLINIC, Category.MEDICAL_INSTITUTION, CHARGE, "二重に発行したため", LocalDate.of(2021, 4, 2)),
                new DeductionInstructed(BILL, 1, YearMonth.of(2021, 5), 2253, CLOSING_DAY),
                new DeductionSettled(BILL, 1, 2253, LocalDate.of(2021, 5, 21)),
                new DeductionFailed(BILL, 1, LocalDate.of(2021, 5, 21)),
                new SlipPlanned(BILL, SlipPlanned.Cause.METHOD, 2253, LocalDate.of(2021, 5, 10)),
                new SlipIssued(BILL, "証明クリニック", ADDRESS, 2253, 204, LocalDate.of(2021, 5, 10), DUE_DAY, ISSUER),
                new FeePaid(BILL, 2253, LocalDate.of(2021, 5, 28), PLACE),
                new FeeOverdue(BILL, CLINIC, List.of(REQUEST), 2253, DUE_DAY, LocalDate.of(2021, 6, 24)),
                new FeeDefaulted(BILL, List.of(REQUEST), 2253, LocalDate.of(2021, 6, 25)),
                new FeeWrittenOff(
                        BILL, 1500, "廃止により回収できないため", LocalDate.of(2021, 9, 30), List.of(new Offset(NEXT_BILL, 753))),
                new ReversalOffset(NEXT_BILL, BILL, 753, LocalDate.of(2021, 9, 30)),
                new RefundOrdered(BILL, 1500, CLOSING_DAY),
                new FeeRefunded(BILL, 1500, LocalDate.of(2021, 5, 21), PLACE),
                new NothingToCollect(BILL, CLOSING_DAY),
                new OutcomeUnmatched(
                        BILL, PaymentOutcome.DEDUCTED, 1, LocalDate.of(2021, 5, 21), BillStatus.DEDUCTED, PLACE),
                new LedgerClosingBegun(LEDGER, CLOSING_DAY),
                new LedgerClosed(LEDGER, totals(), SHA256, CLOSING_DAY),
                new ResultsAccepted(
                        LEDGER,
                        SHA256,
                        1,
                        1,
                        List.of(new ResultLine(CLINIC, PaymentOutcome.DEDUCTED, 1, LocalDate.of(2021, 5, 21)))),
                new ResultsApplied(LEDGER, SHA256));
    }

    private static LedgerTotals totals() {
        return new LedgerTotals(
                2,
                2253,
                204,
                Map.of(PaymentMethod.DEDUCTION, 2253L, PaymentMethod.PAYMENT_SLIP, 0L),
                Map.of(ChargeKind.LICENCE, 1500L, ChargeKind.RENEWAL, 0L, ChargeKind.POSTAGE, 753L),
                Map.of("01", 2253L));
    }
}
