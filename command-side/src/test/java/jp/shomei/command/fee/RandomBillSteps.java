package jp.shomei.command.fee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.ResultPlace;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** Random commands for one bill after another; what a bill was once told it may be told again. */
final class RandomBillSteps {

    private static final LocalDate DAY = BillFixture.CHARGED_ON;
    private static final List<Charge> CHARGES = List.of(
            BillFixture.LICENCE,
            BillFixture.POSTAGE,
            BillFixture.licence("202404100000002", 1_500),
            BillFixture.licence("202404100000003", 1_500),
            BillFixture.LICENCE.reversedOn(DAY),
            BillFixture.POSTAGE.reversedOn(DAY),
            BillFixture.licence("202312010000009", 3_000).reversedOn(DAY));

    private final Random random;
    private final List<RecordOutcome> reports = new ArrayList<>();

    private int places;

    RandomBillSteps(Random random) {
        this.random = random;
    }

    /** A charge to a bill, which may be on it. */
    ChargeFee charge(String billId, InstitutionCode institution) {
        return new ChargeFee(billId, institution, Category.MEDICAL_INSTITUTION, one());
    }

    /** A way to pay. */
    PaymentMethod method() {
        return PaymentMethod.values()[random.nextInt(PaymentMethod.values().length)];
    }

    /** Whatever may come next. */
    Object next(String billId, InstitutionCode institution, LocalDate today) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> charge(billId, institution);
            case 2, 3 -> new BeginCollection(billId);
            case 4, 5, 6, 7 -> new CollectFee(billId);
            case 8, 9, 10, 11 -> report(billId, today);
            case 12 -> new ReverseCharge(billId, one().chargeId(), "誤り");
            default -> new WriteOffFee(billId, "廃止");
        };
    }

    private RecordOutcome report(String billId, LocalDate today) {
        List<RecordOutcome> told = reports.stream()
                .filter(report -> report.billId().equals(billId))
                .toList();
        if (!told.isEmpty() && random.nextInt(3) == 0) {
            return told.get(random.nextInt(told.size()));
        }
        reports.removeIf(report -> !report.billId().equals(billId));
        PaymentOutcome outcome = PaymentOutcome.values()[random.nextInt(PaymentOutcome.values().length)];
        RecordOutcome report =
                new RecordOutcome(billId, outcome, attempt(), today.plusDays(1L - random.nextInt(8)), newPlace());
        reports.add(report);
        return report;
    }

    /** Where nothing was reported before. */
    ResultPlace newPlace() {
        return BillFixture.place("list", ++places);
    }

    private @Nullable Integer attempt() {
        int attempt = random.nextInt(6);
        return attempt == 1 || attempt == 2 ? attempt : null;
    }

    private Charge one() {
        return CHARGES.get(random.nextInt(CHARGES.size()));
    }
}
