package jp.shomei.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.shomei.app.rebuild.RebuildRate.Rate;
import jp.shomei.projections.certificate.CertificateExpiryProjection;
import jp.shomei.projections.certificate.CertificateStatusProjection;
import jp.shomei.projections.fee.FeeLedgerProjection;
import jp.shomei.projections.institution.InstitutionProjection;
import jp.shomei.projections.notice.NoticeProjection;
import jp.shomei.projections.readmodel.ReadModel;
import jp.shomei.projections.reminder.ReminderQueueProjection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code -Dshomei.rebuild.events=1000000} for a long history. */
class RebuildRateTest {

    private static final int EVENTS = Integer.getInteger("shomei.rebuild.events", 5_000);

    /** A short history is over before the program has warmed up, and says little more than that it ends. */
    private static final int LEAST_PERCENT = EVENTS < 100_000 ? 1 : 20;

    @TempDir
    Path scratch;

    static Stream<Arguments> histories() {
        return Stream.of(
                Arguments.of(
                        History.CERTIFICATES,
                        List.of(
                                CertificateStatusProjection.READ_MODEL,
                                CertificateExpiryProjection.READ_MODEL,
                                ReminderQueueProjection.READ_MODEL)),
                Arguments.of(History.NOTICES, List.of(NoticeProjection.READ_MODEL)),
                Arguments.of(History.INSTITUTIONS, List.of(InstitutionProjection.READ_MODEL)),
                Arguments.of(History.CHARGES, List.of(FeeLedgerProjection.READ_MODEL)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void takesInEventsAboutAsFastAsTheyAreRead(History history, List<ReadModel> readModels) {
        Map<String, Rate> rates = RebuildRate.measure(scratch, history.messages(EVENTS), readModels);
        System.out.printf("%,d events of %s: %s%n", EVENTS, history, rates);

        long reading = rates.get(RebuildRate.NOTHING).perSecond();
        assertThat(rates)
                .allSatisfy((name, rate) -> assertThat(rate.perSecond()).isGreaterThan(reading * LEAST_PERCENT / 100));
    }
}
