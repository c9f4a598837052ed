package jp.shomei.command.fee;

import static jp.shomei.command.certificate.Applications.CLINIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.fee.BeginCollection;
import jp.shomei.contracts.fee.BeginLedgerClosing;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.FeeCharged;
import jp.shomei.contracts.fee.LedgerId;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.PostageIncurred;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChargingTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 10);
    private static final LocalDate LATER = LocalDate.of(2024, 5, 20);
    private static final BillingMonth MONTH = BillingMonth.of("2024-06");
    private static final String FIRST = "202404100000001";
    private static final String SECOND = "202404100000002";
    private static final String NOTICE = "N20240411-0110214822-a1b2c3d4";

    private final FeeRoom room = new FeeRoom();

    ChargingTest() {
        room.goTo(DAY);
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void anIssueIsChargedToTheBillOfItsMonth() {
        happened(issued(1_500));
        assertThat(room.charged()).singleElement().satisfies(line -> {
            assertThat(line.billId()).isEqualTo("2024-06-0110214822");
            assertThat(line.charge())
                    .isEqualTo(new Charge("L-" + FIRST, ChargeKind.LICENCE, List.of(FIRST), 1, null, 1_500, DAY, null));
        });
    }

    @Test
    void aRenewalIsChargedForItsGeneration() {
        happened(renewed());
        assertThat(room.charged())
                .extracting(FeeCharged::charge)
                .containsExactly(
                        new Charge("R-" + FIRST + "-2", ChargeKind.RENEWAL, List.of(FIRST), 2, null, 1_400, DAY, null));
    }

    @Test
    void postageIsChargedForTheNoticeAndNamesItsCertificates() {
        happened(mailed(753));
        assertThat(room.charged())
                .extracting(FeeCharged::charge)
                .containsExactly(new Charge(
                        "P-" + NOTICE,
                        ChargeKind.POSTAGE,
                        List.of(FIRST, SECOND),
                        null,
                        NOTICE,
                        753,
                        DAY.plusDays(1),
                        null));
    }

    @Test
    void whatIsFreeIsNotCharged() {
        happened(issued(0));
        happened(mailed(0));
        assertThat(room.charged()).isEmpty();
    }

    @Test
    void anEventSeenAgainChargesNothing() {
        happened(issued(1_500), renewed(), mailed(753));
        List<FeeCharged> once = room.charged();
        room.reactAgain();
        assertThat(once).hasSize(3);
        assertThat(room.charged()).isEqualTo(once);
    }

    @Test
    void postageOfAnInstitutionThatIsNotRegisteredWaitsForItsRegistration() {
        room.unregistered = CLINIC;
        room.record(mailed(753));
        assertThatThrownBy(room::react).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo(ErrorCode.INSTITUTION_NOT_REGISTERED));
    }

    @Test
    void theCommandSaysThatAReactionGaveIt() {
        happened(mailed(753));
        assertThat(room.sent).last().satisfies(command -> assertThat(command.getMetaData())
                .containsEntry(Metadata.CHANNEL, "reaction"));
    }

    @Nested
    class OnceTheMonthIsClosed {

        @Test
        void whatComesLateIsChargedToTheNextMonth() {
            close(MONTH);
            happened(issued(1_500));
            assertThat(bills()).containsExactly("2024-07-0110214822");
        }

        @Test
        void whatComesVeryLateIsChargedToTheFirstMonthThatIsOpen() {
            closeMonths(11);
            happened(issued(1_500));
            assertThat(bills()).containsExactly("2025-05-0110214822");
        }

        @Test
        void whatComesYearsLateIsChargedAllTheSame() {
            closeMonths(30);
            happened(issued(1_500));
            assertThat(bills()).containsExactly("2026-12-0110214822");
        }

        @Test
        void anEventSeenAgainEndsAtTheBillThatHasIt() {
            happened(issued(1_500));
            close(MONTH);
            room.send(new BeginCollection(BillId.of(MONTH, CLINIC)));
            room.reactAgain();
            assertThat(bills()).containsExactly("2024-06-0110214822");
        }

        @Test
        void anEventSeenAgainEndsAtTheNextMonthsBillThatHasItThoughThatIsClosedToo() {
            close(MONTH);
            happened(issued(1_500));
            close(MONTH.next());
            room.reactAgain();
            assertThat(bills()).containsExactly("2024-07-0110214822");
        }
    }

    @Nested
    class OnceTakenBack {

        @Test
        void itIsChargedBackOnTheSameBillWhileThatIsOpen() {
            happened(issued(1_500));
            reverse(MONTH);
            room.react();
            assertThat(bills()).containsExactly("2024-06-0110214822", "2024-06-0110214822");
            assertThat(reversal())
                    .isEqualTo(new Charge(
                            "V-L-" + FIRST, ChargeKind.LICENCE, List.of(FIRST), 1, null, -1_500, LATER, "L-" + FIRST));
        }

        @Test
        void itIsChargedBackInTheNextOpenMonth() {
            happened(issued(1_500));
            closeMonths(2);
            reverse(MONTH);
            room.react();
            assertThat(bills()).containsExactly("2024-06-0110214822", "2024-08-0110214822");
        }

        @Test
        void itIsChargedBackHoweverLongAgoItWas() {
            happened(issued(1_500));
            closeMonths(30);
            room.goTo(LocalDate.of(2026, 12, 1));
            room.send(new ReverseCharge(BillId.of(MONTH, CLINIC), "L-" + FIRST, "誤請求"));
            room.react();
            assertThat(bills()).containsExactly("2024-06-0110214822", "2027-01-0110214822");
        }

        @Test
        void noMonthThatIsOverTakesItInThoughNothingWasChargedThenAndItWasNeverClosed() {
            happened(issued(1_500));
            close(MONTH);
            room.goTo(LocalDate.of(2026, 3, 31));
            room.send(new ReverseCharge(BillId.of(MONTH, CLINIC), "L-" + FIRST, "誤請求"));
            room.react();
            assertThat(bills()).containsExactly("2024-06-0110214822", "2026-04-0110214822");
        }

        @Test
        void seenAgainItIsChargedBackOnce() {
            happened(issued(1_500));
            close(MONTH);
            reverse(MONTH);
            room.react();
            close(MONTH.next());
            room.reactAgain();
            assertThat(room.charged().stream().mapToInt(line -> line.charge().amount()))
                    .containsExactly(1_500, -1_500);
        }

        @Test
        void itIsChargedBackHoweverLateThatIsSeen() {
            happened(issued(1_500));
            reverse(MONTH);
            closeMonths(30);
            room.react();
            assertThat(bills()).containsExactly("2024-06-0110214822", "2026-12-0110214822");
        }

        private Charge reversal() {
            return room.charged().getLast().charge();
        }
    }

    @Test
    void aChargeWalksOnForAYear() {
        closeMonths(13);
        room.goTo(LocalDate.of(2024, 6, 1));
        happened(issued(1_500));
        assertThat(bills()).containsExactly("2025-07-0110214822");
    }

    @Test
    void whereAWholeYearIsClosedAnOperatorHasToLook() {
        closeMonths(14);
        room.goTo(LocalDate.of(2024, 6, 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> happened(issued(1_500)))
                .withMessageContaining("every month from 2024-06 on is closed");
        assertThat(room.charged()).isEmpty();
    }

    private void happened(Object... events) {
        room.record(events);
        room.react();
    }

    private void reverse(BillingMonth month) {
        room.goTo(LATER);
        room.send(new ReverseCharge(BillId.of(month, CLINIC), "L-" + FIRST, "誤請求"));
    }

    private void closeMonths(int count) {
        for (int later = 0; later < count; later++) {
            close(MONTH.plus(later));
        }
    }

    private void close(BillingMonth month) {
        room.goTo(month.firstDay());
        room.send(new BeginLedgerClosing(LedgerId.of(month)));
    }

    private List<String> bills() {
        return room.charged().stream().map(FeeCharged::billId).toList();
    }

    private static CertificateIssued issued(int fee) {
        CertificateIssued one = Applications.issued(Approval.BY_RULE);
        return new CertificateIssued(
                FIRST,
                CLINIC,
                one.category(),
                one.contact(),
                one.terminalName(),
                one.address(),
                one.approval(),
                DAY,
                DAY.plusMonths(39),
                DAY.plusDays(180),
                LocalDate.of(2099, 1, 5),
                fee);
    }

    private static CertificateRenewed renewed() {
        return new CertificateRenewed(
                FIRST,
                2,
                CLINIC,
                Category.MEDICAL_INSTITUTION,
                Applications.CONTACT,
                "総合受付 端末01",
                DAY,
                DAY.plusMonths(39),
                DAY.plusDays(180),
                DAY.plusDays(60),
                1_400);
    }

    private static PostageIncurred mailed(int postage) {
        return new PostageIncurred(NOTICE, CLINIC, List.of(FIRST, SECOND), postage, DAY.plusDays(1));
    }
}
