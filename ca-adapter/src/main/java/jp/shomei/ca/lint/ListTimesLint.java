package jp.shomei.ca.lint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.shomei.ca.x509.ValidityDays;
import org.bouncycastle.asn1.x509.TBSCertList;
import org.bouncycastle.asn1.x509.Time;

/**
 * The list begins now, while its issuer is valid, and says by when the next one comes, no later than its lifetime allows;
 * both times in the spelling of their century (RFC 5280 sections 5.1.2.4 and 5.1.2.5).
 */
final class ListTimesLint implements ListLint {

    /** A long list takes a while to write. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        TBSCertList content = list.content();
        Time begin = content.getThisUpdate();
        Time end = content.getNextUpdate();
        if (end == null) {
            return Optional.of("does not say when the next one comes");
        }
        if (!begin.equals(ValidityDays.encode(instant(begin))) || !end.equals(ValidityDays.encode(instant(end)))) {
            return Optional.of("a time has the spelling of another century");
        }
        if (instant(begin).isAfter(list.now())
                || !list.issuer().isValidOn(begin.getDate())
                || instant(begin).isBefore(list.now().minus(TOLERANCE))) {
            return Optional.of("does not begin now, or not while the issuer is valid");
        }
        return Lint.unless(
                instant(end).isAfter(instant(begin))
                        && !instant(end).isAfter(instant(begin).plus(list.lifetime())),
                "the next one comes too late, or before this one");
    }

    private static Instant instant(Time time) {
        return time.getDate().toInstant();
    }
}
