package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.shomei.command.history.Restores;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;
import jp.shomei.contracts.certificate.EscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * How a certificate comes to its holder: the download, the period in which it is open, and the notice that tells how.
 * Only the newest generation is handed out, and only once its signature is on record.
 */
public class Handover {

    private static final int REASON_LIMIT = 400;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private final Standing standing;

    Handover(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public DownloadOrder handle(OpenDownload command, Clock clock) {
        return order(standing, open(standing, JapanTime.today(clock)));
    }

    @CommandHandler
    public Recorded handle(RecordDownload command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        if (!open(standing, today).isSigned()) {
            throw Refused.because(ErrorCode.SIGNING_IN_PROGRESS);
        }
        apply(new CertificateDownloaded(command.requestId(), command.form(), today));
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(RecordEscrowedKeyDestroyed command, Clock clock) {
        if (standing.newest().filter(one -> !one.isKeyDestroyed()).isPresent()) {
            apply(new EscrowedKeyDestroyed(command.requestId(), JapanTime.today(clock)));
        }
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(ExtendDownloadPeriod command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        Generation newest = standing.live(today);
        FieldReader fields = new FieldReader();
        LocalDate last = readLast(fields, command.downloadUntil(), newest, today);
        String reason = fields.text("reason", command.reason(), REASON_LIMIT);
        Refused.ifAny(fields.errors());
        if (newest.isKeyDestroyed()) {
            throw Refused.because(ErrorCode.KEY_NOT_KEPT);
        }
        apply(new DownloadPeriodExtended(command.requestId(), last, reason, today));
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(
            ReissueNotice command,
            FiledRegistrations registrations,
            DispatchDays dispatchDays,
            Restores restores,
            Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), REASON_LIMIT);
        Refused.ifAny(fields.errors());
        LocalDate today = JapanTime.today(clock);
        Generation newest = open(standing, today);
        Application holder = standing.holder();
        Registration filed = registrations
                .find(holder.institution())
                .orElseThrow(() -> Refused.because(
                        ErrorCode.INSTITUTION_NOT_REGISTERED,
                        holder.institution().value()));
        apply(new NoticeReissued(
                command.requestId(),
                Math.max(standing.edition(), restores.lastEdition()) + 1,
                holder.institution(),
                filed.address(),
                holder.contact(),
                holder.terminalName(),
                newest.validFrom(),
                newest.expiresOn(),
                newest.downloadUntil(),
                dispatchDays.dispatchDayFor(clock.instant()),
                reason,
                today));
        return standing.recorded();
    }

    /** The generation that may be downloaded today, or a refusal. */
    static Generation open(Standing standing, LocalDate today) {
        Generation newest = standing.live(today);
        if (today.isAfter(newest.downloadUntil())) {
            throw Refused.because(ErrorCode.DOWNLOAD_PERIOD_OVER, SHOWN.format(newest.downloadUntil()));
        }
        return newest;
    }

    /** What the download of a generation needs to know. */
    static DownloadOrder order(Standing standing, Generation generation) {
        return new DownloadOrder(
                standing.requestId(),
                generation.number(),
                standing.edition(),
                generation.isByNotice(),
                standing.holder().institution(),
                generation.validFrom(),
                generation.expiresOn(),
                generation.downloadUntil(),
                generation.signing());
    }

    private static LocalDate readLast(
            FieldReader fields, @Nullable LocalDate typed, Generation newest, LocalDate today) {
        if (typed == null) {
            fields.add("downloadUntil", FieldRule.REQUIRED);
            return newest.downloadUntil();
        }
        LocalDate dayAfter = newest.downloadUntil().plusDays(1);
        LocalDate first = dayAfter.isBefore(today) ? today : dayAfter;
        if (typed.isBefore(first) || typed.isAfter(newest.expiresOn())) {
            fields.add(
                    "downloadUntil",
                    FieldRule.RANGE,
                    first.toString(),
                    newest.expiresOn().toString());
        }
        return typed;
    }
}
