package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Clock;
import java.util.List;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateCancelled;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRejected;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One certificate, from its application on. What concerns key and signature is its {@link Signing}. */
public class Certificate {

    private static final int REASON_LIMIT = 400;

    @AggregateIdentifier
    private @Nullable String requestId;

    private CertificateStatus status = CertificateStatus.WAITING_APPROVAL;
    private @Nullable Application application;

    @AggregateMember
    private @Nullable Signing signing;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    public ApplicationOutcome handle(
            ApplyForCertificate command,
            CodePolicy codes,
            AgreementPolicy agreement,
            FiledRegistrations registrations,
            IssuanceTerms terms,
            Clock clock) {
        Application applied = codes.read(command.form());
        Registration filed = registrations
                .find(applied.institution())
                .orElseThrow(() -> Refused.because(
                        ErrorCode.INSTITUTION_NOT_REGISTERED,
                        applied.institution().value()));
        if (filed.paymentMethod() == null) {
            throw Refused.because(ErrorCode.PAYMENT_METHOD_MISSING);
        }
        apply(new CertificateApplied(command.requestId(), applied, JapanTime.today(clock)));
        List<Finding> findings = agreement.compare(applied, filed);
        if (findings.isEmpty()) {
            apply(terms.issue(command.requestId(), applied, filed, Approval.BY_RULE, clock.instant()));
        } else {
            apply(new ApplicationReferred(command.requestId(), findings));
        }
        return new ApplicationOutcome(
                recorded(command.requestId()),
                applied.institution(),
                status,
                terms.licenceFeeOn(JapanTime.today(clock)));
    }

    @CommandHandler
    public Recorded handle(
            ApproveApplication command, FiledRegistrations registrations, IssuanceTerms terms, Clock clock) {
        Application applied = waiting();
        Registration filed = registrations
                .find(applied.institution())
                .orElseThrow(() -> Refused.because(
                        ErrorCode.INSTITUTION_NOT_REGISTERED,
                        applied.institution().value()));
        apply(terms.issue(command.requestId(), applied, filed, Approval.BY_OFFICER, clock.instant()));
        return recorded(command.requestId());
    }

    @CommandHandler
    public Recorded handle(RejectApplication command, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), REASON_LIMIT);
        Refused.ifAny(fields.errors());
        waiting();
        apply(new CertificateRejected(command.requestId(), reason, JapanTime.today(clock)));
        return recorded(command.requestId());
    }

    @CommandHandler
    public Recorded handle(CancelApplication command, Clock clock) {
        waiting();
        apply(new CertificateCancelled(command.requestId(), JapanTime.today(clock)));
        return recorded(command.requestId());
    }

    @EventSourcingHandler
    void on(CertificateApplied event) {
        requestId = event.requestId();
        application = event.application();
        signing = new Signing(event.requestId());
    }

    @EventSourcingHandler
    void on(CertificateIssued event) {
        status = CertificateStatus.ISSUED;
    }

    @EventSourcingHandler
    void on(CertificateRejected event) {
        status = CertificateStatus.REJECTED;
    }

    @EventSourcingHandler
    void on(CertificateCancelled event) {
        status = CertificateStatus.CANCELLED;
    }

    private Application waiting() {
        if (status != CertificateStatus.WAITING_APPROVAL || application == null) {
            throw Refused.because(ErrorCode.NOT_WAITING_APPROVAL, status.label());
        }
        return application;
    }

    private static Recorded recorded(String requestId) {
        return new Recorded(Recorded.Kind.CERTIFICATE, requestId, getVersion());
    }
}
