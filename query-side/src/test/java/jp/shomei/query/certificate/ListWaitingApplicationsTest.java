package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ADDRESS;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.downloaded;
import static jp.shomei.projections.fixture.CertificateEvents.endorsed;
import static jp.shomei.projections.fixture.CertificateEvents.finding;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.referred;
import static jp.shomei.projections.fixture.CertificateEvents.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.certificate.ApplicationReview;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.contracts.certificate.WaitingApplicationPage;
import jp.shomei.contracts.certificate.WaitingApplicationView;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.Test;

class ListWaitingApplicationsTest extends QueryTest {

    private static final Instant MORNING = Instant.parse("2021-03-10T00:00:00Z");
    private static final Contact FOUNDER = new Contact("桜島 太郎", "0992000000", null);
    private static final Registration FILED = new Registration(
            INSTITUTION,
            "櫻島病院",
            Category.MEDICAL_INSTITUTION,
            Prefecture.KAGOSHIMA,
            ScoreTable.MEDICAL,
            ADDRESS,
            FOUNDER,
            PaymentMethod.DEDUCTION);

    @Test
    void showsEverythingAnOfficerDecidesOn() {
        register();
        events.append(applied(REQUEST), referred(REQUEST));

        assertThat(list(null, 10))
                .isEqualTo(new WaitingApplicationPage(
                        List.of(new WaitingApplicationView(
                                REQUEST,
                                OffsetDateTime.parse("2021-03-10T09:00:00+09:00"),
                                applied(REQUEST).application(),
                                InstitutionView.of(FILED),
                                List.of(finding()),
                                List.of(),
                                false,
                                new ApplicationReview(
                                                applied(REQUEST).application(),
                                                referred(REQUEST).findings(),
                                                FILED)
                                        .digest())),
                        null));
    }

    @Test
    void theReviewIsTheOneOfTheCertificateItself() {
        register();
        events.append(applied(REQUEST), referred(REQUEST));

        assertThat(only().review())
                .isEqualTo(find(new FindCertificate(REQUEST), CertificateDetailView.class)
                        .orElseThrow()
                        .review());
    }

    @Test
    void theReviewChangesWithTheRegistration() {
        events.append(applied(REQUEST), referred(REQUEST));
        assertThat(only().filed()).isNull();
        String before = only().review();

        register();

        assertThat(only().review()).isNotEqualTo(before);
    }

    @Test
    void tellsThatTheFirstOfTwoOfficersHasApproved() {
        events.append(applied(REQUEST), endorsed(REQUEST));

        assertThat(only().endorsed()).isTrue();
    }

    @Test
    void listsOnlyThoseThatWait() {
        events.append(applied(id(1)), issued(id(1)));
        events.append(applied(id(2)), cancelled(id(2)));
        events.append(applied(id(3)), rejected(id(3)));
        events.append(applied(id(4)), issued(id(4)), downloaded(id(4)));
        events.append(applied(id(5), ANOTHER_INSTITUTION));

        assertThat(only().requestId()).isEqualTo(id(5));
    }

    @Test
    void namesOpenApplicationsForTheSameTerminalOfTheInstitution() {
        events.append(applied(REQUEST));
        events.append(applied(ANOTHER_REQUEST));
        events.append(applied(id(3), ANOTHER_INSTITUTION));

        assertThat(list(null, 10).items())
                .extracting(WaitingApplicationView::duplicates)
                .containsExactly(List.of(ANOTHER_REQUEST), List.of(REQUEST), List.of());
    }

    @Test
    void listsWhatHasWaitedLongestFirstPageByPage() {
        applyAt(MORNING.plusSeconds(20), 1);
        applyAt(MORNING.plusSeconds(10), 3);
        applyAt(MORNING.plusSeconds(10), 2);
        applyAt(MORNING.minusSeconds(86_400), 5);
        applyAt(MORNING.plusSeconds(30), 4);

        List<String> seen = new ArrayList<>();
        WaitingApplicationPage page = list(null, 2);
        while (page.nextCursor() != null) {
            assertThat(page.items()).hasSize(2);
            page.items().forEach(item -> seen.add(item.requestId()));
            page = list(page.nextCursor(), 2);
        }
        page.items().forEach(item -> seen.add(item.requestId()));

        assertThat(seen).containsExactly(id(5), id(2), id(3), id(1), id(4));
    }

    @Test
    void goesOnWhereThePageEndedThoughItsLastRowWasDecidedMeanwhile() {
        applyAt(MORNING, 1);
        applyAt(MORNING.plusSeconds(1), 2);
        applyAt(MORNING.plusSeconds(2), 3);
        WaitingApplicationPage first = list(null, 2);
        events.append(cancelled(id(2)));

        assertThat(list(first.nextCursor(), 2).items())
                .extracting(WaitingApplicationView::requestId)
                .containsExactly(id(3));
    }

    @Test
    void refusesACursorThatIsNoneOfOursAndALimitOutOfRange() {
        assertThat(refusal(new ListWaitingApplications("***", 10), WaitingApplicationPage.class))
                .isEqualTo(Refusal.of(ErrorCode.INVALID_REQUEST));
        assertThat(refusal(new ListWaitingApplications(null, 201), WaitingApplicationPage.class)
                        .code())
                .isEqualTo(ErrorCode.INVALID_FIELDS);
    }

    private void register() {
        events.append(
                new InstitutionRegistered(
                        INSTITUTION,
                        "櫻島病院",
                        Category.MEDICAL_INSTITUTION,
                        Prefecture.KAGOSHIMA,
                        ScoreTable.MEDICAL,
                        ADDRESS,
                        FOUNDER),
                new PaymentMethodChosen(INSTITUTION, PaymentMethod.DEDUCTION, LocalDate.of(2021, 3, 1)));
    }

    private void applyAt(Instant instant, int number) {
        events.setNow(instant);
        events.append(applied(id(number)));
    }

    private WaitingApplicationView only() {
        List<WaitingApplicationView> items = list(null, 10).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private WaitingApplicationPage list(String cursor, int limit) {
        return ask(new ListWaitingApplications(cursor, limit), WaitingApplicationPage.class);
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }
}
