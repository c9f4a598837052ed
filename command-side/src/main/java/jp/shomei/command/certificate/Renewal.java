package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * One generation after the other (更新), and the end of what was not renewed. A renewal that was begun and did not reach
 * the holder goes on when it is asked for again, without a second fee: for the portal as long as the new certificate may be
 * downloaded, for a terminal until it was handed out, and after that while it still comes with the generation before.
 */
public class Renewal {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private final Standing standing;

    Renewal(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public DownloadOrder handle(RenewCertificate command, RenewalPolicy policy, IssuanceTerms terms, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        @Nullable String presented = command.presentedSerial();
        Generation newest = presented == null ? standing.live(today) : standing.live(today, presented);
        boolean goesOn = goesOn(newest, presented, today);
        requireKeyOf(goesOn ? newest.number() : newest.number() + 1, command);
        if (!goesOn) {
            begin(newest, policy, terms, today);
        }
        return Handover.order(standing, standing.live(today));
    }

    @CommandHandler
    public Recorded handle(RetirePreviousKey command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        if (standing.isLiveOn(today)) {
            @Nullable Generation previous = standing.live(today).before();
            // not before its successor has reached the holder, who would be left with nothing
            if (previous != null && newestIsOut(today) && previous.isToBeRetiredOn(today)) {
                apply(new PreviousKeyRetired(command.requestId(), previous.revokedKey(), clock.instant()));
            }
        }
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(ExpireCertificate command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        if (standing.status() == CertificateStatus.ISSUED) {
            standing.newest()
                    .filter(newest -> newest.isOverOn(today))
                    .ifPresent(lapsed ->
                            apply(new CertificateExpired(command.requestId(), lapsed.number(), lapsed.expiresOn())));
        }
        return standing.recorded();
    }

    private void begin(Generation newest, RenewalPolicy policy, IssuanceTerms terms, LocalDate today) {
        LocalDate first = policy.firstDay(newest.expiresOn());
        if (today.isBefore(first)) {
            throw Refused.because(ErrorCode.RENEWAL_TOO_EARLY, SHOWN.format(first));
        }
        if (newest.isPrepared() && !newest.isSigned()) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        apply(terms.renew(
                standing.requestId(),
                newest.number() + 1,
                standing.holder(),
                today,
                policy.previousValidUntil(today, newest.expiresOn())));
    }

    /** No key serves two generations. */
    private static void requireKeyOf(int generation, RenewCertificate command) {
        @Nullable Integer known = command.keyGeneration();
        if (known != null && known != generation) {
            throw Refused.because(ErrorCode.KEY_REUSED);
        }
    }

    private static boolean goesOn(Generation newest, @Nullable String presented, LocalDate today) {
        @Nullable Generation previous = newest.before();
        if (previous == null || today.isAfter(newest.downloadUntil())) {
            return false;
        }
        return presented == null || !newest.isDownloaded() || previous.hasSerial(presented);
    }

    private boolean newestIsOut(LocalDate today) {
        return standing.live(today).isDownloaded();
    }
}
