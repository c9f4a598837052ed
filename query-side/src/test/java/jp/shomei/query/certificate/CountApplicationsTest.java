package jp.shomei.query.certificate;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.APPLIED_ON;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.applied;
import static jp.shomei.projections.fixture.CertificateEvents.cancelled;
import static jp.shomei.projections.fixture.CertificateEvents.issued;
import static jp.shomei.projections.fixture.CertificateEvents.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import jp.shomei.contracts.certificate.CountApplications;
import jp.shomei.contracts.certificate.RequestId;
import jp.shomei.query.QueryTest;
import org.junit.jupiter.api.Test;

class CountApplicationsTest extends QueryTest {

    private static final String NONE = "";

    @Test
    void countsNothingForAnInstitutionThatNeverApplied() {
        assertThat(count(NONE)).isZero();
    }

    @Test
    void countsWaitingAndIssuedOnesButNoOthers() {
        events.append(applied(id(1)));
        events.append(applied(id(2)), issued(id(2)));
        events.append(applied(id(3)), cancelled(id(3)));
        events.append(applied(id(4)), rejected(id(4)));
        events.append(applied(id(5), ANOTHER_INSTITUTION));

        assertThat(count(NONE)).isEqualTo(2);
    }

    @Test
    void leavesOutTheOneExcepted() {
        events.append(applied(id(1)));
        events.append(applied(id(2)));

        assertThat(count(id(2))).isEqualTo(1);
    }

    private int count(String except) {
        return ask(new CountApplications(INSTITUTION, except), Integer.class);
    }

    private static String id(int number) {
        return RequestId.of(APPLIED_ON, number);
    }
}
