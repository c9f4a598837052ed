package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.ADDRESS;
import static jp.shomei.command.certificate.Applications.CLINIC;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.command.calendar.BusinessDays;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.certificate.Applications;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.DeductionFailed;
import jp.shomei.contracts.fee.DeductionInstructed;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.FeeDefaulted;
import jp.shomei.contracts.fee.FeeEvent;
import jp.shomei.contracts.fee.FeeOverdue;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.RecordOutcome;
import jp.shomei.contracts.fee.ResultPlace;
import jp.shomei.contracts.fee.SlipIssued;
import jp.shomei.contracts.fee.SlipIssuer;
import jp.shomei.contracts.fee.SlipPlanned;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.jspecify.annotations.Nullable;

/** A clinic's bill of June 2024, for a certificate issued in April and its notice, and what may become of it. */
final class BillFixture {

    static final String ID = "2024-06-0110214822";
    static final String REQUEST = "202404100000001";
    static final String NOTICE = "N20240411-0110214822-a1b2c3d4";
    static final long AMOUNT = 2_253;
    static final long TAX = 204;
    static final LocalDate CHARGED_ON = LocalDate.of(2024, 4, 10);
    static final LocalDate CLOSED_ON = LocalDate.of(2024, 6, 1);
    static final LocalDate ISSUED_ON = LocalDate.of(2024, 6, 10);
    static final LocalDate DUE_ON = LocalDate.of(2024, 7, 10);
    static final LocalDate WARNED_ON = LocalDate.of(2024, 7, 11);
    static final LocalDate REVOKE_AFTER = LocalDate.of(2024, 7, 25);
    static final LocalDate DEFAULTED_ON = LocalDate.of(2024, 7, 26);

    static final Charge LICENCE = licence(REQUEST, 1_500);
    static final Charge POSTAGE = new Charge(
            ChargeId.ofPostage(NOTICE),
            ChargeKind.POSTAGE,
            List.of(REQUEST),
            null,
            NOTICE,
            753,
            CHARGED_ON.plusDays(1),
            null);

    static final SlipSettings SLIPS = new SlipSettings(new RegistrationNumber("T7000012050002"), "見本銀行 本店 1234567");
    static final SlipIssuer ISSUER = new SlipIssuer("T7000012050002", "見本銀行 本店 1234567");

    static final DeductionInstructed FIRST = new DeductionInstructed(ID, 1, YearMonth.of(2024, 6), AMOUNT, CLOSED_ON);
    static final DeductionFailed FIRST_FAILED = new DeductionFailed(ID, 1, LocalDate.of(2024, 6, 20));
    static final DeductionInstructed SECOND =
            new DeductionInstructed(ID, 2, YearMonth.of(2024, 7), AMOUNT, LocalDate.of(2024, 7, 1));
    static final DeductionFailed SECOND_FAILED = new DeductionFailed(ID, 2, LocalDate.of(2024, 7, 5));
    static final SlipPlanned PLANNED = new SlipPlanned(ID, SlipPlanned.Cause.METHOD, AMOUNT, ISSUED_ON);
    static final SlipPlanned PLANNED_AFTER_FAILURES =
            new SlipPlanned(ID, SlipPlanned.Cause.INSUFFICIENT, AMOUNT, LocalDate.of(2024, 7, 10));
    static final SlipIssued ISSUED =
            new SlipIssued(ID, Applications.NAME, ADDRESS, AMOUNT, TAX, ISSUED_ON, DUE_ON, ISSUER);
    static final FeeOverdue OVERDUE = new FeeOverdue(ID, CLINIC, List.of(REQUEST), AMOUNT, DUE_ON, REVOKE_AFTER);
    static final FeeDefaulted DEFAULTED = new FeeDefaulted(ID, List.of(REQUEST), AMOUNT, DEFAULTED_ON);

    /** Where a result stood that is reported. */
    static final ResultPlace PLACE = place("list", 1);

    /** Of what was taken back, postage waits on the bill after. */
    static final String NEXT_ID = "2024-09-0110214822";

    private static final WaitingReversals WAITING = (institution, month, reversals) ->
            reversals.contains(ChargeId.ofReversal(POSTAGE.chargeId())) ? List.of(new Offset(NEXT_ID, 753)) : List.of();

    private BillFixture() {}

    /** A bill with a history, at noon of a day, while its month takes charges. */
    static TestExecutor<Bill> open(LocalDate today, Object... history) {
        return given(today, true, Applications.filed(), CollectionPolicy.USUAL, history);
    }

    /** A bill with a history, at noon of a day, after closing its month has begun. */
    static TestExecutor<Bill> on(LocalDate today, Object... history) {
        return given(today, false, Applications.filed(), CollectionPolicy.USUAL, history);
    }

    static TestExecutor<Bill> given(
            LocalDate today, boolean isOpen, @Nullable Registration filed, CollectionPolicy policy, Object... history) {
        Ledgers ledgers = month -> isOpen;
        FiledRegistrations registrations =
                code -> Optional.ofNullable(filed).filter(one -> one.code().equals(code));
        return new AggregateTestFixture<>(Bill.class)
                .registerInjectableResource(ledgers)
                .registerInjectableResource(registrations)
                .registerInjectableResource(new PaymentMethodPolicy())
                .registerInjectableResource(SLIPS)
                .registerInjectableResource(WAITING)
                .registerInjectableResource(
                        new CollectionCalendar(policy, new BusinessDays(ClosingDays.turnOfTheYear())))
                .registerInjectableResource(Applications.clockAt(
                        today.atTime(LocalTime.NOON).atZone(JapanTime.ZONE).toInstant()))
                .given(history);
    }

    static void refused(TestExecutor<Bill> given, Object command, ErrorCode code, String... arguments) {
        given.when(command).expectNoEvents().expectExceptionDetails(Refusal.of(code, arguments));
    }

    /** What a report leads to the first time; the second time it leads to nothing. */
    static void expectOnce(LocalDate today, Object[] history, RecordOutcome report, FeeEvent... events) {
        Recorded recorded = recorded(history.length + events.length - 1L);
        on(today, history).when(report).expectEvents((Object[]) events).expectResultMessagePayload(recorded);
        on(today, with(history, (Object[]) events))
                .when(report)
                .expectNoEvents()
                .expectResultMessagePayload(recorded);
    }

    /** The clinic as filed, but for category and method. */
    static Registration filed(Category category, @Nullable PaymentMethod method) {
        Registration one = Applications.filed();
        return new Registration(
                one.code(),
                one.name(),
                category,
                one.prefecture(),
                one.scoreTable(),
                one.address(),
                one.founder(),
                method);
    }

    static Charge licence(String requestId, int amount) {
        return new Charge(
                ChargeId.ofLicence(requestId),
                ChargeKind.LICENCE,
                List.of(requestId),
                1,
                null,
                amount,
                CHARGED_ON,
                null);
    }

    static FeeCharged charged(Charge charge) {
        return new FeeCharged(
                ID, CLINIC, Category.MEDICAL_INSTITUTION, Prefecture.HOKKAIDO, PaymentMethod.DEDUCTION, charge);
    }

    static Object[] charged() {
        return new Object[] {charged(LICENCE), charged(POSTAGE)};
    }

    static Object[] toBeDeducted() {
        return with(charged(), FIRST);
    }

    static Object[] failedOnce() {
        return with(toBeDeducted(), FIRST_FAILED);
    }

    static Object[] toBeDeductedAgain() {
        return with(failedOnce(), SECOND);
    }

    static Object[] failedTwice() {
        return with(toBeDeductedAgain(), SECOND_FAILED, PLANNED_AFTER_FAILURES);
    }

    static Object[] planned() {
        return with(charged(), PLANNED);
    }

    static Object[] issued() {
        return with(planned(), ISSUED);
    }

    static Object[] overdue() {
        return with(issued(), OVERDUE);
    }

    static Object[] defaulted() {
        return with(overdue(), DEFAULTED);
    }

    static Object[] with(Object[] history, Object... more) {
        return Stream.concat(Stream.of(history), Stream.of(more)).toArray();
    }

    /** A line of a list of results. */
    static ResultPlace place(String list, int line) {
        return new ResultPlace(list, line);
    }

    /** The answer to a command. */
    static Recorded recorded(long sequence) {
        return new Recorded(Recorded.Kind.BILL, ID, sequence);
    }
}
