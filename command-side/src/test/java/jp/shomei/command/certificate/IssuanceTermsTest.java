package jp.shomei.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRenewed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuanceTermsTest {

    @ParameterizedTest
    @CsvSource({
        "2021-03-10, 2024-06-10, 2021-09-06",
        "2021-09-10, 2024-12-10, 2022-03-09",
        "2021-11-08, 2025-02-08, 2022-05-07",
        "2021-10-28, 2025-01-28, 2022-04-26",
    })
    void validityRunsThreeYearsAndThreeMonthsAndDownloadHalfAYear(
            LocalDate issued, LocalDate expires, LocalDate downloadUntil) {
        CertificateIssued event = issuedAt(issued + "T09:00:00");
        assertThat(event.issuedOn()).isEqualTo(issued);
        assertThat(event.expiresOn()).isEqualTo(expires);
        assertThat(event.downloadUntil()).isEqualTo(downloadUntil);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-11-30, 2025-02-28",
        "2020-11-30, 2024-02-29",
        "2022-01-31, 2025-04-30",
        "2023-08-31, 2026-11-30",
        "2024-02-29, 2027-05-29",
    })
    void aDayThatDoesNotExistIsTheMonthsLast(LocalDate issued, LocalDate expires) {
        assertThat(issuedAt(issued + "T09:00:00").expiresOn()).isEqualTo(expires);
    }

    @Test
    void theDayOfIssueIsTheDayInJapan() {
        assertThat(issuedAt("2021-03-10T00:00:00").issuedOn()).isEqualTo("2021-03-10");
        assertThat(issuedAt("2021-03-09T23:59:59").issuedOn()).isEqualTo("2021-03-09");
    }

    @Test
    void theNoticeIsDatedTheNextDispatchDay() {
        assertThat(issuedAt("2021-03-10T09:00:00").dispatchOn()).isEqualTo("2021-03-11");
    }

    @Test
    void theFeeIsThatOfTheDay() {
        assertThat(issuedAt("2021-03-10T09:00:00").licenceFee()).isEqualTo(1_500);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-12, 2027-07-12, 2024-10-09",
        "2024-06-10, 2027-09-10, 2024-12-07",
        "2024-11-30, 2028-02-29, 2025-05-29",
        "2025-11-30, 2029-02-28, 2026-05-29",
        "2026-08-31, 2029-11-30, 2027-02-27",
    })
    void aRenewalRunsFromItsDayAndTheRemainingDaysAreNotAdded(
            LocalDate renewed, LocalDate expires, LocalDate downloadUntil) {
        CertificateRenewed event = Applications.terms()
                .renew(Applications.REQUEST, 2, Applications.application(), renewed, LocalDate.of(2024, 6, 10));
        assertThat(event.renewedOn()).isEqualTo(renewed);
        assertThat(event.expiresOn()).isEqualTo(expires);
        assertThat(event.downloadUntil()).isEqualTo(downloadUntil);
        assertThat(event.renewalFee()).isEqualTo(1_500);
    }

    private static CertificateIssued issuedAt(String local) {
        return Applications.terms()
                .issue(
                        Applications.REQUEST,
                        Applications.application(),
                        Applications.filed(),
                        Approval.BY_RULE,
                        Applications.at(local));
    }
}
