package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.CertificateIssued.Approval;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationDeclined;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequested;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokeAsPublished;
import jp.shomei.contracts.certificate.RevokeCompromisedKey;
import jp.shomei.contracts.certificate.RevokeForNonPayment;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.institution.FieldReader;
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
 * The end of a certificate before its time (失効). Every request is recorded. Institution and terminal have proved who
 * they are, so theirs is carried out at once, also while another one waits for an officer: it overrides that one, since a
 * holder who reports a theft must not wait for anybody. What an officer asks for somebody else waits for an approval, and
 * where two officers are needed, so does what an officer asks for the authority. Nothing revoked ever comes back.
 */
public class Revocation {

    private static final int REASON_LIMIT = 400;

    private final Standing standing;
    private @Nullable RevocationRequested pending;
    private @Nullable String filedBy;

    Revocation(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public Recorded handle(RequestRevocation command, FourEyesPolicy fourEyes, Clock clock) {
        RevocationForm form = RevocationForm.read(command);
        LocalDate today = JapanTime.today(clock);
        if (form.requester() == RevocationRequester.TERMINAL) {
            standing.live(today, command.presentedSerial());
        } else {
            standing.live(today);
        }
        if (pending != null && !form.isAuthenticated()) {
            throw Refused.because(ErrorCode.REVOCATION_PENDING);
        }
        apply(new RevocationRequested(
                command.requestId(), form.reason(), form.requester(), form.askedBy(), form.identifiedBy(), today));
        if (form.isAuthenticated()) {
            revoke(form.reason(), form.requester(), Approval.BY_RULE, clock);
        } else if (form.isForAuthority() && !twoOfficersNeeded(fourEyes)) {
            revoke(form.reason(), form.requester(), Approval.BY_OFFICER, clock);
        }
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(
            ApproveRevocation command,
            FourEyesPolicy fourEyes,
            Clock clock,
            @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        RevocationRequested request = pending(JapanTime.today(clock));
        if (twoOfficersNeeded(fourEyes) && !FourEyesPolicy.isAnother(actor, filedBy)) {
            throw Refused.because(ErrorCode.SECOND_OFFICER_NEEDED);
        }
        revoke(request.reason(), request.requester(), Approval.BY_OFFICER, clock);
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(DeclineRevocation command, Clock clock) {
        FieldReader fields = new FieldReader();
        String reason = fields.text("reason", command.reason(), REASON_LIMIT);
        Refused.ifAny(fields.errors());
        LocalDate today = JapanTime.today(clock);
        pending(today);
        apply(new RevocationDeclined(command.requestId(), reason, today));
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(RevokeCompromisedKey command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        if (standing.isLiveOn(today)
                && revocable(today).stream()
                        .anyMatch(key -> key.publicKeySha256().equalsIgnoreCase(command.publicKeySha256()))) {
            revoke(RevocationReason.KEY_COMPROMISE, RevocationRequester.SYSTEM, Approval.BY_RULE, clock);
        }
        return standing.recorded();
    }

    @CommandHandler
    public Recorded handle(RevokeForNonPayment command, Clock clock) {
        if (standing.isLiveOn(JapanTime.today(clock))) {
            revoke(RevocationReason.CESSATION_OF_OPERATION, RevocationRequester.SYSTEM, Approval.BY_RULE, clock);
        }
        return standing.recorded();
    }

    /** What was superseded by a renewal is so again; what else is on a list ends the certificate, as it had before. */
    @CommandHandler
    public Recorded handle(RevokeAsPublished command, Clock clock) {
        LocalDate today = JapanTime.today(clock);
        standing.withSerial(command.serialNumber())
                .filter(found -> standing.isLiveOn(today) && found.isRevocableOn(today))
                .ifPresent(found -> {
                    boolean retired = command.reason() == RevocationReason.SUPERSEDED
                            && found.number() < standing.live(today).number();
                    apply(
                            retired
                                    ? new PreviousKeyRetired(
                                            command.requestId(), found.revokedKey(), command.revokedAt())
                                    : revoked(
                                            command.reason(),
                                            RevocationRequester.SYSTEM,
                                            Approval.BY_RULE,
                                            today,
                                            command.revokedAt()));
                });
        return standing.recorded();
    }

    @EventSourcingHandler
    void on(RevocationRequested event, @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        pending = event;
        filedBy = actor;
    }

    @EventSourcingHandler
    void on(RevocationDeclined event) {
        pending = null;
        filedBy = null;
    }

    private void revoke(RevocationReason reason, RevocationRequester requester, Approval approval, Clock clock) {
        apply(revoked(reason, requester, approval, JapanTime.today(clock), clock.instant()));
    }

    private CertificateRevoked revoked(
            RevocationReason reason, RevocationRequester requester, Approval approval, LocalDate today, Instant at) {
        return new CertificateRevoked(standing.requestId(), reason, requester, approval, revocable(today), at);
    }

    private RevocationRequested pending(LocalDate today) {
        if (pending == null || !standing.isLiveOn(today)) {
            throw Refused.because(ErrorCode.REVOCATION_NOT_PENDING);
        }
        return pending;
    }

    private boolean twoOfficersNeeded(FourEyesPolicy fourEyes) {
        return fourEyes.holdsFor(standing.holder().category());
    }

    private List<RevokedKey> revocable(LocalDate today) {
        return standing.generations(one -> one.isRevocableOn(today)).stream()
                .map(Generation::revokedKey)
                .toList();
    }
}
