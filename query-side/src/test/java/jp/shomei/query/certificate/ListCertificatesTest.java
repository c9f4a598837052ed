package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.CertificatePage;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCertificatesTest extends QueryTest {

    private static final Instant MORNING = Instant.parse("2021-03-10T00:00:00Z");

    @Test
    void listsNothingForAnInstitutionThatNeverApplied() {
        assertThat(list(null, 200)).isEqualTo(new CertificatePage(List.of(), null));
    }

    @Test
    void listsTheNewestApplicationFirst() {
        applyAt(MORNING.plusSeconds(60), 1);
        applyAt(MORNING.plusSeconds(180), 2);
        applyAt(MORNING.plusSeconds(120), 3);

        assertThat(numbers(list(null, 200))).containsExactly(2, 3, 1);
    }

    @Test
    void listsApplicationsOfTheSameMomentByTheirNumber() {
        applyAt(MORNING, 2);
        applyAt(MORNING, 3);
        applyAt(MORNING, 1);

        assertThat(numbers(list(null, 200))).containsExactly(3, 2, 1);
    }

    @Test
    void listsNoOtherInstitutionsCertificates() {
        applyAt(MORNING, 1);
        events.append(applied(RequestId.of(APPLIED_ON, 2), ANOTHER_INSTITUTION));

        assertThat(numbers(list(null, 200))).containsExactly(1);
    }

    @Test
    void showsTheStatusOfEachRow() {
        applyAt(MORNING, 1);
        applyAt(MORNING, 2);
        events.append(cancelled(RequestId.of(APPLIED_ON, 1)));

        assertThat(list(null, 200).items())
                .extracting(CertificateView::status)
                .containsExactly(CertificateStatus.WAITING_APPROVAL, CertificateStatus.CANCELLED);
    }

    @Test
    void pagesThroughEveryRowOnce() {
        IntStream.rangeClosed(1, 7).forEach(number -> applyAt(MORNING.plusSeconds(number / 3), number));

        List<Integer> seen = new ArrayList<>();
        CertificatePage page = list(null, 3);
        while (page.nextCursor() != null) {
            assertThat(page.items()).hasSize(3);
            seen.addAll(numbers(page));
            page = list(page.nextCursor(), 3);
        }
        seen.addAll(numbers(page));

        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void hasNoNextPageAfterAFullLastOne() {
        applyAt(MORNING, 1);
        applyAt(MORNING, 2);

        assertThat(list(null, 2).nextCursor()).isNull();
    }

    @Test
    void goesOnWhereThePageEndedThoughNewerOnesWereAdded() {
        applyAt(MORNING, 1);
        applyAt(MORNING.plusSeconds(1), 2);
        CertificatePage first = list(null, 1);
        applyAt(MORNING.plusSeconds(2), 3);

        assertThat(numbers(list(first.nextCursor(), 1))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 201})
    void refusesALimitOutOfRange(int limit) {
        assertThat(refusal(new ListCertificates(INSTITUTION, null, limit), CertificatePage.class))
                .isEqualTo(Refusal.of(List.of(FieldError.of("limit", FieldRule.RANGE, "1", "200"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1:2", "9999999999999999999:202103100000001", "1615334400000", "1615334400000:2021031000000"
            })
    void refusesACursorOfAnotherForm(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.US_ASCII));

        assertThat(refusal(new ListCertificates(INSTITUTION, cursor, 10), CertificatePage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    @Test
    void refusesACursorThatIsNotBase64() {
        assertThat(refusal(new ListCertificates(INSTITUTION, "***", 10), CertificatePage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    private void applyAt(Instant instant, int number) {
        events.setNow(instant);
        events.append(applied(RequestId.of(APPLIED_ON, number)));
    }

    private CertificatePage list(String cursor, int limit) {
        return ask(new ListCertificates(INSTITUTION, cursor, limit), CertificatePage.class);
    }

    private static List<Integer> numbers(CertificatePage page) {
        return page.items().stream()
                .map(row -> Integer.parseInt(row.requestId().substring(8)))
                .toList();
    }
}
