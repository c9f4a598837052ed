package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationEndorsed;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.ApplicationReview;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/**
 * The decision on an application that waits (審査): officers approve or reject it, or the applicant takes it back. Where
 * two officers have to approve, the first one endorses; to reject, one is enough.
 */
public class Screening {

    private static final int REASON_LIMIT = 400;

    private final Standing standing;
    private List<Finding> findings = List.of();
    private @Nullable String applicant;
    private @Nullable String endorser;
    private boolean endorsed;

    Screening(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public Recorded handle(
            ApproveApplication command,
            FiledRegistrations registrations,
            FourEyesPolicy fourEyes,
            IssuanceTerms terms,
            Clock clock,
            @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        Application applied = waiting();
        @Nullable Registration filed = registrations.find(applied.institution()).orElse(null);
        requireAsShown(command.review(), applied, filed);
        if (filed == null) {
            throw Refused.because(
                    ErrorCode.INSTITUTION_NOT_REGISTERED, applied.institution().value());
        }
        boolean twoNeeded = fourEyes.holdsFor(applied.category(), filed.category());
        if (twoNeeded && !FourEyesPolicy.isAnother(actor, applicant, endorser)) {
            throw Refused.because(ErrorCode.SECOND_OFFICER_NEEDED);
        }
        if (twoNeeded && !endorsed) {
            apply(new ApplicationEndorsed(command.requestId(), JapanTime.today(clock)));
        } else {
            apply(terms.issue(command.requestId(), applied, filed, Approval.BY_OFFICER, clock.instant()));
        }
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(RejectApplication command, FiledRegistrations registrations, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), REASON_LIMIT);
        Refused.ifAny(fields.errors());
        Application applied = waiting();
        requireAsShown(
                command.review(),
                applied,
                registrations.find(applied.institution()).orElse(null));
        apply(new CertificateRejected(command.requestId(), reason, JapanTime.today(clock)));
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(CancelApplication command, Clock clock) {
        waiting();
        apply(new CertificateCancelled(command.requestId(), JapanTime.today(clock)));
        return standing.recorded();
    }

    @EventSourcingHandler
    void on(CertificateApplied event, @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        applicant = actor;
    }

    @EventSourcingHandler
    void on(ApplicationReferred event) {
        findings = event.findings();
    }

    @EventSourcingHandler
    void on(ApplicationEndorsed event, @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        endorsed = true;
        endorser = actor;
    }

    private Application waiting() {
        if (standing.status() != CertificateStatus.WAITING_APPROVAL) {
            throw Refused.because(
                    ErrorCode.NOT_WAITING_APPROVAL, standing.status().label());
        }
        return standing.holder();
    }

    private void requireAsShown(@Nullable String shown, Application applied, @Nullable Registration filed) {
        if (shown != null && !shown.equals(new ApplicationReview(applied, findings, filed).digest())) {
            throw Refused.because(ErrorCode.REVIEW_OUTDATED);
        }
    }
}
