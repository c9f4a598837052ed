package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.PREVIOUS_VALID_UNTIL;
import static jp.shomei.projections.fixture.CertificateEvents.RENEWED_EXPIRES_ON;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.expired;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.prepared;
import static jp.shomei.projections.fixture.CertificateEvents.renewed;
import static jp.shomei.projections.fixture.CertificateEvents.retired;
import static jp.shomei.projections.fixture.CertificateEvents.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListDueCertificatesTest extends QueryTest {

    private static final LocalDate DUE = EXPIRES_ON.plusDays(1);

    @Test
    void nothingIsDueBeforeTheLastDayIsOver() {
        issue(1);

        assertThat(due(EXPIRES_ON, null, 100)).isEmpty();
        assertThat(due(DUE, null, 100)).containsExactly(expiry(1));
    }

    @Test
    void whatWasDueEarlierAndIsNotDoneIsDueStill() {
        issue(1);

        assertThat(due(DUE.plusYears(1), null, 100)).containsExactly(expiry(1));
    }

    @Test
    void whatIsDoneIsDueNoMore() {
        issue(1);
        events.append(expired(id(1)));
        issue(2);
        events.append(revoked(id(2)));

        assertThat(due(DUE, null, 100)).isEmpty();
    }

    @Test
    void theGenerationBeforeARenewalIsToBeRetired() {
        issue(1);
        events.append(prepared(id(1)), renewed(id(1)));

        assertThat(due(PREVIOUS_VALID_UNTIL, null, 100)).isEmpty();
        assertThat(due(PREVIOUS_VALID_UNTIL.plusDays(1), null, 100)).containsExactly(new Due(id(1), false, true));
        assertThat(due(RENEWED_EXPIRES_ON.plusDays(1), null, 100)).containsExactly(new Due(id(1), true, true));

        events.append(retired(id(1)));
        assertThat(due(RENEWED_EXPIRES_ON.plusDays(1), null, 100)).containsExactly(expiry(1));
    }

    /** Asked at once, not when the read model happens to have caught up. */
    @Test
    void answersWithWhatHasJustHappened() {
        for (int number = 1; number <= 40; number++) {
            issue(number);

            assertThat(fixture.query(new ListDueCertificates(DUE, null, 100), DueCertificates.class)
                            .items())
                    .hasSize(number);
        }
    }

    @Test
    void answersInTheOrderOfTheRequestIdsPageByPageThoughTheyBecameDueOnSeveralDays() {
        List<Integer> numbers =
                IntStream.iterate(1, number -> number + 97).limit(60).boxed().toList();
        for (int number : numbers.reversed()) {
            issue(number);
            if (number % 2 == 0) {
                events.append(prepared(id(number)), renewed(id(number)));
            }
        }

        List<String> seen = new ArrayList<>();
        List<Due> page = due(DUE, null, 7);
        while (!page.isEmpty()) {
            page.forEach(due -> seen.add(due.requestId()));
            assertThat(seen).doesNotHaveDuplicates();
            page = due(DUE, seen.getLast(), 7);
        }

        assertThat(seen)
                .containsExactlyElementsOf(
                        numbers.stream().map(ListDueCertificatesTest::id).toList());
    }

    @Test
    void refusesALimitOutOfRangeAndAPlaceThatIsNoRequestId() {
        assertThat(refusal(new ListDueCertificates(DUE, null, 0), DueCertificates.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
        assertThat(refusal(new ListDueCertificates(DUE, null, 10_001), DueCertificates.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
        assertThat(refusal(new ListDueCertificates(DUE, "2021", 10), DueCertificates.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
    }

    private List<Due> due(LocalDate day, @Nullable String after, int limit) {
        return ask(new ListDueCertificates(day, after, limit), DueCertificates.class)
                .items();
    }

    private void issue(int number) {
        events.append(applied(id(number)), issued(id(number)));
    }

    private static Due expiry(int number) {
        return new Due(id(number), true, false);
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }
}
