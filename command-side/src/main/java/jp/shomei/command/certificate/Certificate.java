package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.util.List;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ApplicationOutcome;
import jp.shomei.contracts.certificate.ApplicationReferred;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.Finding;
import jp.shomei.contracts.institution.Registration;
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

/**
 * One certificate, from its application to its end. It begins here; what comes after is decided by its members, each for
 * its own part, by the {@link Standing} they share.
 */
public class Certificate {

    @AggregateIdentifier
    private @Nullable String requestId;

    private final Standing standing = new Standing();

    @AggregateMember
    private final Screening screening = new Screening(standing);

    @AggregateMember
    private final Signing signing = new Signing(standing);

    @AggregateMember
    private final Handover handover = new Handover(standing);

    @AggregateMember
    private final ContactPoint contactPoint = new ContactPoint(standing);

    @AggregateMember
    private final Renewal renewal = new Renewal(standing);

    @AggregateMember
    private final Revocation revocation = new Revocation(standing);

    @AggregateMember
    private final Reminding reminding = new Reminding(standing);

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
                standing.recorded(),
                applied.institution(),
                standing.status(),
                terms.licenceFeeOn(JapanTime.today(clock)));
    }

    @EventSourcingHandler
    void on(CertificateEvent event) {
        requestId = event.requestId();
        standing.on(event);
    }
}
