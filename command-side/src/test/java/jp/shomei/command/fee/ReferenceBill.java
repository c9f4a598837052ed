package jp.shomei.command.fee;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeFee;
import jp.shomei.contracts.fee.CollectFee;
import jp.shomei.contracts.fee.OffsetReversal;
import jp.shomei.contracts.fee.PaymentOutcome;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.fee.WriteOffFee;

/** How a bill ought to go, told once more and in another way: by where it stands, and what leads from there to where. */
final class ReferenceBill {

    private static final BusinessDays BUSINESS_DAYS = new BusinessDays(ClosingDays.turnOfTheYear());
    private static final List<String> NOTHING = List.of();

    private final YearMonth month;
    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Set<String> takenBack = new HashSet<>();
    private final Set<String> reports = new HashSet<>();
    private final Set<String> against = new HashSet<>();
    private long offsets;
    private String place = "open";
    private YearMonth deductedIn = YearMonth.of(1, 1);
    private LocalDate since = LocalDate.EPOCH;
    private LocalDate until = LocalDate.EPOCH;

    ReferenceBill(YearMonth month) {
        this.month = month;
    }

    /** Where it stands. */
    String place() {
        return place;
    }

    /** The day that matters next; long ago if none does. */
    LocalDate until() {
        return until;
    }

    /** The names of the events a command leads to, or the code of the refusal. */
    List<String> take(Object command, LocalDate today, boolean open, boolean deducts) {
        return switch (command) {
            case ChargeFee charging -> charge(charging.charge(), open);
            case ReverseCharge reversing -> reverse(reversing.chargeId());
            case OffsetReversal offset -> offset(offset);
            case BeginCollection begin -> begin(today, open, deducts);
            case CollectFee collect -> collect(today);
            case WriteOffFee writeOff ->
                Set.of("overdue", "defaulted").contains(place)
                        ? to("written off", "FeeWrittenOff")
                        : List.of("BILL_NOT_OVERDUE");
            case RecordOutcome report -> report(report, today);
            default -> throw new IllegalArgumentException("no bill takes " + command);
        };
    }

    private List<String> charge(Charge charge, boolean open) {
        if (charges.containsKey(charge.chargeId())) {
            return NOTHING;
        }
        if (!open || !place.equals("open")) {
            return List.of("LEDGER_CLOSED");
        }
        charges.put(charge.chargeId(), charge);
        return List.of("FeeCharged");
    }

    private List<String> reverse(String chargeId) {
        if (!charges.containsKey(chargeId)) {
            return List.of("CHARGE_NOT_FOUND");
        }
        if (chargeId.startsWith("V-")) {
            return List.of("REVERSAL_IS_FINAL");
        }
        if (takenBack.contains(chargeId)) {
            return List.of("CHARGE_REVERSED");
        }
        if (place.equals("written off")) {
            return List.of("BILL_WRITTEN_OFF");
        }
        takenBack.add(chargeId);
        return List.of("ChargeReversed");
    }

    private List<String> offset(OffsetReversal offset) {
        if (!against.add(offset.against())) {
            return NOTHING;
        }
        if (Set.of("open", "refund due").contains(place)) {
            offsets += offset.amount();
        }
        if (place.equals("refund due") && due() >= 0) {
            place = "nothing due";
        }
        return List.of("ReversalOffset");
    }

    /** What it comes to, yen. */
    long due() {
        return charges.values().stream().mapToLong(Charge::amount).sum() + offsets;
    }

    private List<String> begin(LocalDate today, boolean open, boolean deducts) {
        if (!place.equals("open")) {
            return NOTHING;
        }
        if (open) {
            return List.of("LEDGER_OPEN");
        }
        long sum = due();
        since = today;
        if (sum == 0) {
            return to("nothing due", "NothingToCollect");
        }
        if (sum < 0) {
            return to("refund due", "RefundOrdered");
        }
        if (deducts) {
            return instruct("first", month, today);
        }
        return plan(month, today, "SlipPlanned");
    }

    private List<String> collect(LocalDate today) {
        if (place.equals("first failed") && YearMonth.from(today).isAfter(deductedIn)) {
            return instruct("second", deductedIn.plusMonths(1), today);
        }
        if (place.equals("planned") && !today.isBefore(until) && BUSINESS_DAYS.include(today)) {
            since = today;
            until = BUSINESS_DAYS.onOrAfter(today.plusDays(30));
            return to("issued", "SlipIssued");
        }
        if (place.equals("issued") && today.isAfter(until)) {
            return warn(today);
        }
        if (place.equals("overdue") && today.isAfter(until)) {
            return to("defaulted", "FeeDefaulted");
        }
        return NOTHING;
    }

    private List<String> report(RecordOutcome report, LocalDate today) {
        boolean ofDeduction = report.outcome().name().matches("DEDUCTED|INSUFFICIENT");
        String saying = report.outcome() == PaymentOutcome.PAID
                ? report.place().toString()
                : report.outcome() + " " + (ofDeduction ? report.attempt() : "") + " " + report.on();
        if (reports.contains(saying)) {
            return NOTHING;
        }
        List<String> events = report.on().isBefore(since) || report.on().isAfter(today)
                ? List.of("OutcomeUnmatched")
                : follow(report, today);
        if (!events.isEmpty() && !events.equals(List.of("FeeOverdue"))) {
            reports.add(saying);
        }
        return events;
    }

    private List<String> follow(RecordOutcome report, LocalDate today) {
        boolean first = report.attempt() == null || report.attempt() == 1;
        boolean second = report.attempt() == null || report.attempt() == 2;
        return switch (report.outcome() + " when " + place) {
            case "DEDUCTED when first" -> first ? settled(report, 1) : unmatched();
            case "DEDUCTED when second" -> second ? settled(report, 2) : unmatched();
            case "INSUFFICIENT when first" -> first ? failed(report, 1) : unmatched();
            case "INSUFFICIENT when second" -> {
                if (!second) {
                    yield unmatched();
                }
                failed(report, 2);
                yield plan(month.plusMonths(1), today, "DeductionFailed", "SlipPlanned");
            }
            case "PAID when issued", "PAID when overdue", "PAID when defaulted" -> {
                until = report.on();
                yield to("paid", "FeePaid");
            }
            case "PAID when refund due" -> to("refunded", "FeeRefunded");
            case "UNPAID when issued" -> today.isAfter(until) ? warn(today) : NOTHING;
            case "UNPAID when overdue", "UNPAID when defaulted", "UNPAID when written off" -> NOTHING;
            case "UNPAID when paid" -> report.on().isAfter(until) ? unmatched() : NOTHING;
            default -> unmatched();
        };
    }

    private List<String> instruct(String which, YearMonth planned, LocalDate today) {
        YearMonth present = YearMonth.from(today);
        deductedIn = planned.isAfter(present) ? planned : present;
        since = today;
        until = deductedIn.plusMonths(1).atDay(1);
        return to(which, "DeductionInstructed");
    }

    private List<String> settled(RecordOutcome report, int attempt) {
        said(report, attempt);
        return to("deducted", "DeductionSettled");
    }

    private List<String> failed(RecordOutcome report, int attempt) {
        said(report, attempt);
        return to("first failed", "DeductionFailed");
    }

    private void said(RecordOutcome report, int attempt) {
        reports.add(report.outcome() + " " + attempt + " " + report.on());
        reports.add(report.outcome() + " null " + report.on());
    }

    private List<String> plan(YearMonth in, LocalDate today, String... events) {
        LocalDate tenth = in.atDay(10);
        until = BUSINESS_DAYS.onOrAfter(tenth.isAfter(today) ? tenth : today);
        return to("planned", events);
    }

    private List<String> warn(LocalDate today) {
        until = today.plusDays(14);
        return to("overdue", "FeeOverdue");
    }

    private static List<String> unmatched() {
        return List.of("OutcomeUnmatched");
    }

    private List<String> to(String next, String... events) {
        place = next;
        return List.of(events);
    }
}
