package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.NoticePrepared;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What institutions pay for what they do, from application to posting. */
class FeesChargedTest {

    private static final LocalDate DAY = LocalDate.of(2024, 4, 10);
    private static final String OTHER_NAME = "証明医院";
    private final FeeRoom room = new FeeRoom();
    private final Set<String> posted = new LinkedHashSet<>();

    FeesChargedTest() {
        room.goTo(DAY);
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void aFirstIssueOfOneCertificateCostsLicenceAndPostage() {
        apply(1, "総務課");
        post();
        assertThat(sum()).isEqualTo(2_253);
        assertThat(kinds()).isEqualTo(Map.of(ChargeKind.LICENCE, 1L, ChargeKind.POSTAGE, 1L));
    }

    @Test
    void threeCertificatesInOneNoticeCostOnePostage() {
        apply(1, "総務課");
        apply(2, "総務課");
        apply(3, "総務課");
        post();
        assertThat(posted).hasSize(1);
        assertThat(sum()).isEqualTo(5_253);
    }

    @Test
    void threeCertificatesInThreeNoticesCostThree() {
        apply(1, "総務課");
        apply(2, "医事課");
        apply(3, "薬剤部");
        post();
        assertThat(posted).hasSize(3);
        assertThat(sum()).isEqualTo(6_759);
    }

    @Test
    void aRenewalCostsItsFeeAloneAndNoPostage() {
        apply(1, "総務課");
        post();
        room.goTo(LocalDate.of(2027, 5, 1));
        room.send(new RenewCertificate(id(1), null, null));
        post();
        assertThat(sumIn("2027-07")).isEqualTo(1_500);
        assertThat(kinds()).containsEntry(ChargeKind.RENEWAL, 1L).containsEntry(ChargeKind.POSTAGE, 1L);
    }

    @Test
    void whoAppliesAgainAfterTheExpiryPaysAsAtFirst() {
        apply(1, "総務課");
        post();
        LocalDate after = LocalDate.of(2027, 7, 11);
        room.goTo(after);
        room.send(new ExpireCertificate(id(1)));
        apply(2, "総務課");
        post();
        assertThat(sumIn("2027-09")).isEqualTo(2_253);
    }

    @Test
    void whatIsApprovedIsChargedThoughNobodyDownloadsIt() {
        apply(1, "総務課");
        room.goTo(DAY.plusDays(181));
        room.react();
        assertThat(room.of(CertificateDownloaded.class)).isEmpty();
        assertThat(sumIn("2024-06")).isEqualTo(1_500);
    }

    @Test
    void whatIsCancelledOrRejectedCostsNothing() {
        applyUnderAnotherName(1);
        applyUnderAnotherName(2);
        applyUnderAnotherName(3);
        room.send(new CancelApplication(id(1)));
        room.send(new RejectApplication(id(2), "名称が届出と異なります。", null));
        post();
        assertThat(room.charged()).as("not even for the one that waits").isEmpty();

        room.send(new ApproveApplication(id(3), null));
        post();
        assertThat(sum()).isEqualTo(2_253);
    }

    @Test
    void aLetterThatComesBackAndIsPostedAgainCostsPostageOnce() {
        apply(1, "総務課");
        post();
        String notice = posted.iterator().next();
        room.goTo(DAY.plusDays(6));
        room.send(new ReturnNotice(notice, "あて所に尋ねあたりません", null));
        room.send(new ResendNotice(notice));
        room.goTo(DAY.plusDays(9));
        room.send(new DispatchNotice(notice, "39960000021", null));
        room.react();
        assertThat(sum()).isEqualTo(2_253);
    }

    @ParameterizedTest
    @CsvSource({"2024-04-10, 2024-06", "2024-11-20, 2025-01", "2024-12-02, 2025-02", "2023-12-15, 2024-02"})
    void whatArisesInAMonthIsBilledTwoMonthsLater(LocalDate issued, String billed) {
        room.goTo(issued);
        apply(1, "総務課");
        post();
        assertThat(amounts()).isEqualTo(Map.of(billed, 2_253L));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-30T23:59:59, 2024-06",
        "2024-05-01T00:00:00, 2024-07",
        "2024-12-31T23:59:59, 2025-02",
        "2025-01-01T00:00:00, 2025-03",
        "2024-02-29T23:59:59, 2024-04",
        "2024-03-01T00:00:00, 2024-05"
    })
    void theDayOfTheApprovalIsTheDayInJapan(String approvedAt, String billed) {
        room.goTo(Applications.at(approvedAt));
        apply(1, "総務課");
        room.react();
        assertThat(amounts()).isEqualTo(Map.of(billed, 1_500L));
    }

    @Test
    void postageIsBilledByTheDayOfPostingThoughTheIssueWasTheMonthBefore() {
        room.goTo(LocalDate.of(2024, 4, 30));
        apply(1, "総務課");
        room.goTo(LocalDate.of(2024, 5, 1));
        post();
        assertThat(amounts()).isEqualTo(Map.of("2024-06", 1_500L, "2024-07", 753L));
    }

    @Test
    void aPriceThatChangesHoldsForWhatArisesFromThatDayOn() {
        LocalDate change = LocalDate.of(2024, 4, 11);
        PriceTable prices = new PriceTable(List.of(
                new PriceTable.Entry(PriceTable.FIRST_DAY, 1_500, 1_500, 753),
                new PriceTable.Entry(change, 1_800, 1_700, 800)));
        try (FeeRoom dearer = new FeeRoom(prices)) {
            dearer.goTo(change.minusDays(1));
            dearer.send(new ApplyForCertificate(id(1), Applications.form()));
            dearer.react();
            dearer.goTo(change);
            dearer.send(new ApplyForCertificate(id(2), Applications.form()));
            String notice = dearer.of(NoticePrepared.class).getFirst().noticeId();
            dearer.send(new DispatchNotice(notice, "39960000010", null));
            dearer.react();
            assertThat(dearer.charged().stream().map(line -> line.charge().amount()))
                    .containsExactlyInAnyOrder(1_500, 1_800, 800);
        }
    }

    private void apply(int number, String addressee) {
        ApplicationForm one = Applications.form();
        room.send(new ApplyForCertificate(
                id(number),
                new ApplicationForm(
                        one.category(),
                        one.prefecture(),
                        one.scoreTable(),
                        one.institutionCode(),
                        one.insurerNumber(),
                        one.institutionName(),
                        addressee,
                        one.phone(),
                        one.email(),
                        one.terminalName(),
                        one.feeAccepted())));
    }

    private void applyUnderAnotherName(int number) {
        room.send(new ApplyForCertificate(id(number), Applications.form(OTHER_NAME, "1", "01")));
    }

    /** Posts every letter there is, and has charged what that costs. */
    private void post() {
        room.react();
        for (NoticePrepared notice : room.of(NoticePrepared.class)) {
            if (posted.add(notice.noticeId())) {
                room.send(new DispatchNotice(notice.noticeId(), "39960000010", null));
            }
        }
        room.react();
    }

    private long sum() {
        return amounts().values().stream().mapToLong(Long::longValue).sum();
    }

    private long sumIn(String month) {
        return amounts().getOrDefault(month, 0L);
    }

    private Map<String, Long> amounts() {
        return room.charged().stream()
                .collect(Collectors.groupingBy(
                        line -> BillId.month(line.billId()).toString(),
                        TreeMap::new,
                        Collectors.summingLong(line -> line.charge().amount())));
    }

    private Map<ChargeKind, Long> kinds() {
        return room.charged().stream()
                .collect(Collectors.groupingBy(line -> line.charge().kind(), Collectors.counting()));
    }

    private static String id(int number) {
        return "20240410%07d".formatted(number);
    }
}
