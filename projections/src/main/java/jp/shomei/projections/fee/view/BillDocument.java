package jp.shomei.projections.fee.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.shomei.contracts.fee.Account;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.projections.block.view.Beginning;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One bill: the sum of its events.
 *
 * @param billId the bill
 * @param version sequence number of the last event taken in
 * @param category of the institution, as of the newest charge
 * @param prefecture of the institution, as of the newest charge; none if none was filed
 * @param method how it is collected: until the month is closed as of the newest charge, then as fixed on that day
 * @param status where collecting it stands
 * @param closedAs where it stood right after collecting it began; none until then
 * @param lines its lines, in order of their events
 * @param balances its accounts, yen
 * @param deductions what was instructed to be deducted, in order
 * @param slip the slip; none until it is sent
 * @param refund what is to be paid out; none unless something is
 * @param nextOn the day from which the next step is due; none if none is
 * @param steps what has happened but for the charges, in order
 */
public record BillDocument(
        @BsonId String billId,
        long version,
        Category category,
        @Nullable Prefecture prefecture,
        PaymentMethod method,
        BillStatus status,
        @Nullable BillStatus closedAs,
        List<BillLine> lines,
        Map<String, Long> balances,
        List<Deduction> deductions,
        @Nullable BillSlip slip,
        @Nullable Refund refund,
        @Nullable LocalDate nextOn,
        List<BillStep> steps)
        implements VersionedDocument {

    private static final String DUE = "DUE";

    public BillDocument {
        lines = List.copyOf(lines);
        balances = Collections.unmodifiableMap(new TreeMap<>(balances));
        deductions = List.copyOf(deductions);
        steps = List.copyOf(steps);
    }

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the bill's history
     * @param at when it happened
     * @throws IllegalStateException if such an event cannot follow
     */
    public static BillDocument on(@Nullable BillDocument before, FeeEvent event, long sequence, Instant at) {
        return BillFold.apply(before, event, sequence, at);
    }

    /** The billing month. */
    public BillingMonth month() {
        return BillId.month(billId);
    }

    /** Who pays. */
    public InstitutionCode institution() {
        return BillId.institution(billId);
    }

    /** What its lines come to, yen, tax included. */
    public long amount() {
        return lines.stream().mapToLong(line -> line.charge().amount()).sum();
    }

    /** Its accounts, yen. */
    public Map<Account, Long> accounts() {
        Map<Account, Long> accounts = new EnumMap<>(Account.class);
        balances.forEach((account, yen) -> accounts.put(Account.valueOf(account), yen));
        return accounts;
    }

    /** What is still owed, yen; negative if it is to be paid out. */
    public long outstanding() {
        return balances.getOrDefault(Account.RECEIVABLE.name(), 0L);
    }

    /** Where it stands in the ledger's file, which no later event changes. */
    public BillStatus filedStatus() {
        return closedAs == null ? status : closedAs;
    }

    /** The instruction of this attempt; that of the newest if none is named. */
    public Optional<Deduction> deduction(@Nullable Integer attempt) {
        return deductions.stream()
                .filter(deduction -> attempt == null || deduction.attempt() == attempt)
                .reduce((earlier, later) -> later);
    }

    /** The line of a charge, if it has it. */
    public Optional<BillLine> line(String chargeId) {
        return lines.stream()
                .filter(line -> line.charge().chargeId().equals(chargeId))
                .findFirst();
    }

    /** The {@code _id} of the block in which it is due; empty if no step is. */
    public Optional<String> dueBlock() {
        return Optional.ofNullable(nextOn)
                .map(day -> Beginning.OF_BILL_ID.block(day, billId, DUE).text());
    }

    @Override
    public String id() {
        return billId;
    }
}
