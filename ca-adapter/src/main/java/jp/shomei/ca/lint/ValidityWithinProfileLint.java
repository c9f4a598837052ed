package jp.shomei.ca.lint;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.ca.x509.ValidityDays;
import jp.shomei.contracts.time.JapanTime;
import org.bouncycastle.asn1.x509.Time;

/** Valid for whole days in Japan, from midnight to 23:59:59, and no longer than the profile allows. */
final class ValidityWithinProfileLint implements Lint {

    @Override
    public Optional<String> finding(ToBeSigned certificate) {
        Time start = certificate.content().getStartDate();
        Time end = certificate.content().getEndDate();
        LocalDate first = JapanTime.dayOf(start.getDate().toInstant());
        LocalDate last = JapanTime.dayOf(end.getDate().toInstant());
        if (!start.equals(ValidityDays.encode(ValidityDays.startOf(first)))
                || !end.equals(ValidityDays.encode(ValidityDays.endOf(last)))) {
            return Optional.of("not from midnight to 23:59:59 in Japan");
        }
        int months = certificate.profile().validityMonths();
        return Lint.unless(
                !last.isBefore(first) && !last.isAfter(first.plusMonths(months)),
                "not between one day and " + months + " months");
    }
}
