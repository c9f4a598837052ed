package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.CONTACT;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CLOSED_ON;
import static jp.shomei.projections.fixture.FeeEvents.LEDGER;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.NOTICE;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.closed;
import static jp.shomei.projections.fixture.FeeEvents.closingBegun;
import static jp.shomei.projections.fixture.FeeEvents.failed;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.offset;
import static jp.shomei.projections.fixture.FeeEvents.paid;
import static jp.shomei.projections.fixture.FeeEvents.planned;
import static jp.shomei.projections.fixture.FeeEvents.postage;
import static jp.shomei.projections.fixture.FeeEvents.refundOrdered;
import static jp.shomei.projections.fixture.FeeEvents.refunded;
import static jp.shomei.projections.fixture.FeeEvents.reversed;
import static jp.shomei.projections.fixture.FeeEvents.settled;
import static jp.shomei.projections.fixture.FeeEvents.slip;
import static jp.shomei.projections.fixture.FeeEvents.totals;
import static jp.shomei.projections.fixture.FeeEvents.writtenOff;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.Offset;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.fee.SlipPlanned.Cause;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.projections.fixture.RandomFees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadLedgerFileTest extends FeeQueryTest {

    private static final InstitutionCode HOKKAIDO = InstitutionCode.of("0110214822");
    private static final String BILL_OF_HOKKAIDO = BillId.of(MONTH, HOKKAIDO);
    private static final String BILL_OF_AN_INSURER = BillId.of(MONTH, InstitutionCode.of("06123456"));

    @Nested
    class TheLedger {

        private static final String HEADER =
                "\"billingMonth\",\"institution\",\"prefecture\",\"requestId\",\"noticeId\",\"kind\",\"amount\","
                        + "\"taxIncluded\",\"chargedOn\",\"method\",\"status\",\"chargeId\",\"reverses\"\r\n";

        @Test
        void isNothingButItsHeaderWithoutLines() {
            assertThat(parts(MONTH, LedgerFile.LEDGER)).containsExactly(new FilePart(HEADER, null));
        }

        @Test
        void quotesEveryFieldAndKeepsLeadingZeros() {
            events.append(
                    charged(BILL_OF_HOKKAIDO, licence(REQUEST), PaymentMethod.DEDUCTION, Prefecture.HOKKAIDO),
                    charged(
                            BILL_OF_HOKKAIDO,
                            postage(NOTICE, REQUEST, ANOTHER_REQUEST),
                            PaymentMethod.DEDUCTION,
                            Prefecture.HOKKAIDO));
            events.append(charged(
                    BILL_OF_AN_INSURER,
                    licence(ANOTHER_REQUEST).reversedOn(CLOSED_ON),
                    PaymentMethod.PAYMENT_SLIP,
                    null));

            assertThat(file(MONTH, LedgerFile.LEDGER))
                    .isEqualTo(HEADER
                            + "\"2021-05\",\"0110214822\",\"01\",\"202103100000001\",\"\",\"LICENCE\",\"1500\",\"136\","
                            + "\"20210312\",\"DEDUCTION\",\"OPEN\",\"L-202103100000001\",\"\"\r\n"
                            + "\"2021-05\",\"0110214822\",\"01\",\"202103100000001\",\"" + NOTICE
                            + "\",\"POSTAGE\",\"753\",\"68\",\"20210315\",\"DEDUCTION\",\"OPEN\",\"P-" + NOTICE
                            + "\",\"\"\r\n"
                            + "\"2021-05\",\"06123456\",\"\",\"202103100000002\",\"\",\"LICENCE\",\"-1500\",\"-136\","
                            + "\"20210501\",\"PAYMENT_SLIP\",\"OPEN\",\"V-L-202103100000002\","
                            + "\"L-202103100000002\"\r\n");
        }

        @Test
        void saysHowCollectingBeganThoughMoreHasHappened() {
            events.append(charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500));
            String begun = file(MONTH, LedgerFile.LEDGER);
            assertThat(begun).contains("\"DEDUCTION\",\"DEDUCTION_INSTRUCTED\"");

            events.append(failed(BILL, 1), instructed(BILL, 2, 1_500), failed(BILL, 2));
            events.append(planned(BILL, Cause.INSUFFICIENT, 1_500), slip(BILL, 1_500));
            assertThat(file(MONTH, LedgerFile.LEDGER)).isEqualTo(begun);
        }

        @Test
        @Tag("many")
        void comesInPartsOfTwoThousandRowsThatFollowEachOther() {
            RandomFees fees = new RandomFees(31, events, 500);
            fees.charge(MONTH, 4_500);

            List<FilePart> parts = parts(MONTH, LedgerFile.LEDGER);

            assertThat(parts).extracting(part -> part.text().lines().count()).containsExactly(2_001L, 2_000L, 500L);
            assertThat(rows(MONTH, LedgerFile.LEDGER)).hasSize(4_500).doesNotHaveDuplicates();
        }

        @Test
        void hasNoPartAfterAPlaceThatIsNone() {
            for (String after : new String[] {"", BILL, "2021-06-4611234567:L-1", "x:L-1"}) {
                assertThat(refusal(new ReadLedgerFile(MONTH, LedgerFile.LEDGER, after), FilePart.class))
                        .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
            }
        }
    }

    @Nested
    class ForThePaymentSystem {

        @BeforeEach
        void close() {
            events.append(closingBegun(LEDGER), closed(LEDGER, totals(), "0a".repeat(32)));
        }

        @Test
        void areNotHandedOutUntilTheMonthIsClosed() {
            for (LedgerFile file : EnumSet.complementOf(EnumSet.of(LedgerFile.LEDGER))) {
                assertThat(refusal(new ReadLedgerFile(MONTH.next(), file, null), FilePart.class))
                        .isEqualTo(Refusal.of(ErrorCode.LEDGER_OPEN));
            }
            events.append(closingBegun(LedgerId.of(MONTH.next())));
            assertThat(refusal(new ReadLedgerFile(MONTH.next(), LedgerFile.REFUNDS, null), FilePart.class))
                    .isEqualTo(Refusal.of(ErrorCode.LEDGER_OPEN));
        }

        @Test
        void deductionsAreThoseOfTheirAttemptUntilOneIsReportedOn() {
            register(HOKKAIDO, "髙橋﨑クリニック①");
            events.append(
                    charged(BILL_OF_HOKKAIDO, licence(REQUEST), PaymentMethod.DEDUCTION, Prefecture.HOKKAIDO),
                    instructed(BILL_OF_HOKKAIDO, 1, 1_500));
            events.append(charged(BILL, licence(ANOTHER_REQUEST)), instructed(BILL, 1, 1_500));
            events.append(charged(BILL_OF_AN_INSURER, licence("202103100000003")));

            assertThat(file(MONTH, LedgerFile.FIRST_DEDUCTIONS))
                    .isEqualTo("\"billingMonth\",\"deductIn\",\"attempt\",\"institution\",\"institutionName\","
                            + "\"prefecture\",\"amount\"\r\n"
                            + "\"2021-05\",\"2021-05\",\"1\",\"0110214822\",\"髙橋﨑クリニック①\",\"01\",\"1500\"\r\n"
                            + "\"2021-05\",\"2021-05\",\"1\",\"4611234567\",\"\",\"46\",\"1500\"\r\n");
            events.append(settled(BILL_OF_HOKKAIDO, 1, 1_500));
            events.append(failed(BILL, 1), instructed(BILL, 2, 1_500));
            assertThat(rows(MONTH, LedgerFile.FIRST_DEDUCTIONS)).isEmpty();
            assertThat(rows(MONTH, LedgerFile.SECOND_DEDUCTIONS))
                    .containsExactly("\"2021-05\",\"2021-06\",\"2\",\"4611234567\",\"\",\"46\",\"1500\"");
        }

        @Test
        void slipsNameWhoPaysAndWhereTheyWereSent() {
            events.append(
                    charged(BILL_OF_HOKKAIDO, licence(REQUEST)),
                    planned(BILL_OF_HOKKAIDO, Cause.METHOD, 1_500),
                    slip(BILL_OF_HOKKAIDO, "証明\"中央\"医院", "札幌市中央区,北一条西１－１", 1_500));
            events.append(charged(BILL, licence(ANOTHER_REQUEST)), planned(BILL, Cause.METHOD, 1_500));

            assertThat(file(MONTH, LedgerFile.SLIPS))
                    .isEqualTo("\"billingMonth\",\"institution\",\"payer\",\"postalCode\",\"address\",\"amount\","
                            + "\"taxIncluded\",\"issuedOn\",\"dueOn\"\r\n"
                            + "\"2021-05\",\"0110214822\",\"証明\"\"中央\"\"医院\",\"0600001\","
                            + "\"札幌市中央区,北一条西１－１\",\"1500\",\"136\",\"20210510\",\"20210609\"\r\n");
        }

        @Test
        void refundsAreThoseThatWereOrderedUntilTheyArePaidOut() {
            register(HOKKAIDO, "証明クリニック");
            events.append(
                    charged(BILL_OF_HOKKAIDO, licence(REQUEST).reversedOn(CLOSED_ON)),
                    refundOrdered(BILL_OF_HOKKAIDO, 1_500));
            events.append(charged(BILL, licence(ANOTHER_REQUEST)), instructed(BILL, 1, 1_500));

            assertThat(file(MONTH, LedgerFile.REFUNDS))
                    .isEqualTo("\"billingMonth\",\"institution\",\"institutionName\",\"amount\"\r\n"
                            + "\"2021-05\",\"0110214822\",\"証明クリニック\",\"1500\"\r\n");
            events.append(refunded(BILL_OF_HOKKAIDO, 1_500));
            assertThat(rows(MONTH, LedgerFile.REFUNDS)).isEmpty();
        }

        @Test
        void aRefundWaitsUntilWhatItTakesBackHasComeIn() {
            String next = BillId.of(MONTH.next(), HOKKAIDO);
            String ledger = LedgerId.of(MONTH.next());
            events.append(closingBegun(ledger), closed(ledger, totals(), "0b".repeat(32)));
            events.append(
                    charged(BILL_OF_HOKKAIDO, licence(REQUEST)),
                    planned(BILL_OF_HOKKAIDO, Cause.METHOD, 1_500),
                    slip(BILL_OF_HOKKAIDO, 1_500),
                    reversed(BILL_OF_HOKKAIDO, licence(REQUEST)));
            events.append(charged(next, licence(REQUEST).reversedOn(CLOSED_ON)), refundOrdered(next, 1_500));
            assertThat(rows(MONTH.next(), LedgerFile.REFUNDS)).isEmpty();

            events.append(paid(BILL_OF_HOKKAIDO, 1_500));
            assertThat(rows(MONTH.next(), LedgerFile.REFUNDS)).hasSize(1);
        }

        @Test
        void ofARefundOnlyTheRestIsLeftOnceABillWasWrittenOff() {
            String next = BillId.of(MONTH.next(), HOKKAIDO);
            String ledger = LedgerId.of(MONTH.next());
            events.append(closingBegun(ledger), closed(ledger, totals(), "0b".repeat(32)));
            events.append(
                    charged(BILL_OF_HOKKAIDO, licence(REQUEST)),
                    planned(BILL_OF_HOKKAIDO, Cause.METHOD, 1_500),
                    slip(BILL_OF_HOKKAIDO, 1_500),
                    reversed(BILL_OF_HOKKAIDO, licence(REQUEST)));
            events.append(
                    charged(next, licence(REQUEST).reversedOn(CLOSED_ON)),
                    charged(next, postage(NOTICE, REQUEST).reversedOn(CLOSED_ON)),
                    refundOrdered(next, 2_253));
            events.append(writtenOff(BILL_OF_HOKKAIDO, 0, new Offset(next, 1_500)));
            assertThat(rows(MONTH.next(), LedgerFile.REFUNDS)).isEmpty();

            events.append(offset(next, BILL_OF_HOKKAIDO, 1_500));
            assertThat(rows(MONTH.next(), LedgerFile.REFUNDS))
                    .singleElement()
                    .asString()
                    .contains("753");
        }

        @Test
        void whatASpreadsheetWouldTakeForAFormulaIsMadeHarmless() {
            String[] harmful = {"=1+1", "+81", "-医院", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"};
            for (int number = 0; number < harmful.length; number++) {
                InstitutionCode institution = InstitutionCode.of("01102148%02d".formatted(number));
                register(institution, harmful[number]);
                String bill = BillId.of(MONTH, institution);
                events.append(
                        charged(bill, licence("2021031000001%02d".formatted(number))), instructed(bill, 1, 1_500));
            }
            register(HOKKAIDO, "証明=クリニック");
            events.append(charged(BILL_OF_HOKKAIDO, licence(REQUEST)), instructed(BILL_OF_HOKKAIDO, 1, 1_500));

            String file = file(MONTH, LedgerFile.FIRST_DEDUCTIONS);
            for (String name : harmful) {
                assertThat(file).contains(",\"'" + name + "\",").doesNotContain(",\"" + name + "\",");
            }
            assertThat(file).contains(",\"証明=クリニック\",");
        }

        @Test
        @Tag("many")
        void everyBillIsLookedAtOnceOverManyParts() {
            RandomFees fees = new RandomFees(41, events, 2_300);
            fees.charge(MONTH, 4_000);
            fees.begin(MONTH);
            List<String> instructed = rows(MONTH, LedgerFile.LEDGER).stream()
                    .filter(row -> row.contains("\"DEDUCTION_INSTRUCTED\""))
                    .map(row -> row.split(",")[1])
                    .distinct()
                    .toList();

            assertThat(parts(MONTH, LedgerFile.FIRST_DEDUCTIONS)).hasSizeGreaterThan(1);
            assertThat(rows(MONTH, LedgerFile.FIRST_DEDUCTIONS))
                    .extracting(row -> row.split(",")[3])
                    .containsExactlyElementsOf(instructed);
        }

        @Test
        void hasNoPartAfterABillThatIsNone() {
            for (String after : new String[] {"", "2021-06-4611234567", "2021-05-1"}) {
                assertThat(refusal(new ReadLedgerFile(MONTH, LedgerFile.SLIPS, after), FilePart.class))
                        .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
            }
        }
    }

    private void register(InstitutionCode institution, String name) {
        events.append(new InstitutionRegistered(
                institution,
                name,
                Category.MEDICAL_INSTITUTION,
                Prefecture.HOKKAIDO,
                ScoreTable.MEDICAL,
                new PostalAddress("0600001", "札幌市", name),
                CONTACT));
    }
}
