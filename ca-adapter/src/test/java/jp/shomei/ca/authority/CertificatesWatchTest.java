package jp.shomei.ca.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.ca.MovableClock;
import jp.shomei.ca.TestAuthority;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesWatchTest {

    private final X509Certificate root = TestAuthority.authority().root();
    private final X509Certificate issuing = TestAuthority.authority().issuing();

    // the issuing certificate lapses on 2036-03-09: 39 months before is 2032-12-09, and 180 days before that 2032-06-12
    @ParameterizedTest
    @CsvSource({
        "2021-03-10, GOOD, 'Valid until 2036-03-09.'",
        "2032-06-12, GOOD, 'Valid until 2036-03-09.'",
        "2032-06-13, WARNING, 'after 2032-12-09 nothing can be issued'",
        "2032-12-09, WARNING, 'after 2032-12-09 nothing can be issued'",
        "2032-12-10, FAILING, 'nothing can be issued. Make the next one with ./run ceremony request'",
        "2036-03-10, FAILING, 'lapsed on 2036-03-09'",
    })
    void warnsBeforeTheIssuingCertificateIsSpent(LocalDate day, State state, String words) {
        WatchEntry entry = entry("issuing", day, issuing);
        assertThat(entry.state()).isEqualTo(state);
        assertThat(entry.sentence()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"2021-03-10, GOOD", "2047-06-10, GOOD", "2047-06-11, WARNING", "2051-03-10, FAILING"})
    void warnsBeforeTheRootLapses(LocalDate day, State state) {
        assertThat(entry("root", day, issuing).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"2021-03-10, GOOD", "2035-09-11, GOOD", "2035-09-12, WARNING"})
    void warnsBeforeAnEarlierIssuingCertificateLapses(LocalDate day, State state) {
        assertThat(entry("issuing until 2036-03-09", day, successor(), issuing).state())
                .isEqualTo(state);
    }

    private WatchEntry entry(String name, LocalDate day, X509Certificate... newestFirst) {
        MovableClock clock = MovableClock.at(day);
        List<Issuer> issuers = List.of(newestFirst).stream()
                .map(certificate -> new Issuer(certificate, content -> content, "here"))
                .toList();
        return new CertificatesWatch(new RollingAuthority(root, issuers, clock), clock)
                .look().stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** Valid as long as the root is. */
    private X509Certificate successor() {
        return root;
    }
}
