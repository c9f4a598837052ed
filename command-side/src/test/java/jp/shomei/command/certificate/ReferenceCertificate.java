package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.refusal.ErrorCode;

/** What a certificate should do, in as few lines as possible: the yardstick for random histories. */
final class ReferenceCertificate {

    enum Step {
        APPROVE,
        REJECT,
        CANCEL,
        OPEN,
        PREPARE,
        SIGN,
        SIGN_OTHER,
        DOWNLOAD
    }

    private boolean waiting;
    private boolean issued;
    private boolean prepared;
    private boolean signed;
    private LocalDate issuedOn;

    ReferenceCertificate(boolean agrees, LocalDate today) {
        waiting = !agrees;
        if (agrees) {
            issue(today);
        }
    }

    /** Takes the step, or says why it must be refused. */
    Optional<ErrorCode> take(Step step, LocalDate today) {
        return switch (step) {
            case APPROVE -> decide(() -> issue(today));
            case REJECT, CANCEL -> decide(() -> waiting = false);
            case OPEN -> download(today);
            case PREPARE -> prepare(today);
            case SIGN -> prepared ? done(() -> signed = true) : Optional.of(ErrorCode.SIGNING_MISMATCH);
            case SIGN_OTHER -> Optional.of(ErrorCode.SIGNING_MISMATCH);
            case DOWNLOAD ->
                download(today).or(() -> signed ? Optional.empty() : Optional.of(ErrorCode.SIGNING_IN_PROGRESS));
        };
    }

    boolean isSigned() {
        return signed;
    }

    boolean isIssued() {
        return issued;
    }

    private Optional<ErrorCode> decide(Runnable effect) {
        return waiting ? done(effect) : Optional.of(ErrorCode.NOT_WAITING_APPROVAL);
    }

    private Optional<ErrorCode> prepare(LocalDate today) {
        Optional<ErrorCode> closed = download(today);
        if (closed.isPresent() || !prepared) {
            return closed.or(() -> done(() -> prepared = true));
        }
        return Optional.of(ErrorCode.SIGNING_IN_PROGRESS);
    }

    private Optional<ErrorCode> download(LocalDate today) {
        if (!issued) {
            return Optional.of(ErrorCode.NOT_ISSUED);
        }
        return today.isAfter(issuedOn.plusDays(180)) ? Optional.of(ErrorCode.DOWNLOAD_PERIOD_OVER) : Optional.empty();
    }

    private void issue(LocalDate today) {
        waiting = false;
        issued = true;
        issuedOn = today;
    }

    private static Optional<ErrorCode> done(Runnable effect) {
        effect.run();
        return Optional.empty();
    }
}
