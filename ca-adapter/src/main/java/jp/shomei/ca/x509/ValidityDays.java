package jp.shomei.ca.x509;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import jp.shomei.contracts.time.JapanTime;
import org.bouncycastle.asn1.x509.Time;

/** Validity counts whole days in Japan: from 00:00:00 of the first to 23:59:59 of the last. */
public final class ValidityDays {

    private ValidityDays() {}

    /** When the first day begins. */
    public static Instant startOf(LocalDate first) {
        return first.atStartOfDay(JapanTime.ZONE).toInstant();
    }

    /** The last second of the last day. */
    public static Instant endOf(LocalDate last) {
        return last.plusDays(1).atStartOfDay(JapanTime.ZONE).toInstant().minusSeconds(1);
    }

    /** As X.509 writes it: UTCTime up to 2049, GeneralizedTime after (RFC 5280 section 4.1.2.5). */
    public static Time encode(Instant instant) {
        return new Time(Date.from(instant), Locale.ROOT);
    }
}
