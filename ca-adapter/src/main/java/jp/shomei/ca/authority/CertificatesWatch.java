package jp.shomei.ca.authority;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;
import jp.shomei.ca.watch.WatchEntry.State;
import jp.shomei.contracts.time.JapanTime;

/**
 * Watches the authority's own certificates. Nothing is issued that outlives its issuer, so an issuing certificate is spent
 * long before it lapses: when a holder's full validity no longer fits. Half a year before that, the next one is due.
 */
public final class CertificatesWatch implements AuthorityWatch {

    /** A holder's validity, and what an order may wait for its first download. */
    private static final int HOLDER_MONTHS = 39;

    private static final int MARGIN_DAYS = 180;

    private static final String NEXT = " Make the next one with ./run ceremony request (docs/key-ceremony.md).";

    private final CertificateAuthority authority;
    private final Clock clock;

    public CertificatesWatch(CertificateAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    @Override
    public List<WatchEntry> look() {
        List<WatchEntry> entries = new ArrayList<>();
        entries.add(root());
        List<X509Certificate> issuers = authority.issuers();
        entries.add(newest(authority.issuing()));
        for (X509Certificate older : issuers.subList(Math.min(1, issuers.size()), issuers.size())) {
            entries.add(older(older));
        }
        return entries;
    }

    private WatchEntry root() {
        LocalDate last = lastDayOf(authority.root());
        if (today().isAfter(last)) {
            return new WatchEntry("root", State.FAILING, "The root certificate lapsed on " + last + ".");
        }
        return today().plusMonths(HOLDER_MONTHS).plusDays(MARGIN_DAYS).isAfter(last)
                ? new WatchEntry(
                        "root",
                        State.WARNING,
                        "The root certificate lapses on " + last
                                + ", and with it everything below; a new root must be made and distributed.")
                : good("root", last);
    }

    private WatchEntry newest(X509Certificate issuing) {
        LocalDate last = lastDayOf(issuing);
        LocalDate spent = last.minusMonths(HOLDER_MONTHS);
        if (today().isAfter(last)) {
            return new WatchEntry("issuing", State.FAILING, "The issuing certificate lapsed on " + last + "." + NEXT);
        }
        if (today().plusMonths(HOLDER_MONTHS).isAfter(last)) {
            return new WatchEntry(
                    "issuing",
                    State.FAILING,
                    "The issuing certificate lapses on " + last + ", too early for new certificates of " + HOLDER_MONTHS
                            + " months: nothing can be issued." + NEXT);
        }
        if (today().plusDays(MARGIN_DAYS).plusMonths(HOLDER_MONTHS).isAfter(last)) {
            return new WatchEntry(
                    "issuing",
                    State.WARNING,
                    "The issuing certificate lapses on " + last + "; after " + spent + " nothing can be issued."
                            + NEXT);
        }
        return good("issuing", last);
    }

    private WatchEntry older(X509Certificate issuing) {
        LocalDate last = lastDayOf(issuing);
        String name = "issuing until " + last;
        return today().plusDays(MARGIN_DAYS).isAfter(last)
                ? new WatchEntry(name, State.WARNING, "An earlier issuing certificate lapses on " + last + ".")
                : good(name, last);
    }

    private static WatchEntry good(String name, LocalDate last) {
        return new WatchEntry(name, State.GOOD, "Valid until " + last + ".");
    }

    private LocalDate today() {
        return JapanTime.today(clock);
    }

    private static LocalDate lastDayOf(X509Certificate certificate) {
        return JapanTime.dayOf(certificate.getNotAfter().toInstant());
    }
}
