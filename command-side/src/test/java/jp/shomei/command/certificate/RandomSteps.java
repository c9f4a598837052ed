package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jp.shomei.command.certificate.ReferenceCertificate.Step;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.PrepareSigning;
import jp.shomei.contracts.certificate.RecordDownload;
import jp.shomei.contracts.certificate.RecordEscrowedKeyDestroyed;
import jp.shomei.contracts.certificate.RecordSigned;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokeCompromisedKey;
import jp.shomei.contracts.reminder.RemindHolder;
import jp.shomei.contracts.reminder.ReminderKind;

/**
 * Draws steps and says them as commands: half of the time what comes next in a usual life, so that a few dozen steps go
 * far, else any, and seldom one that ends it.
 */
final class RandomSteps {

    private static final List<Step> USUAL = List.of(
            Step.APPROVE,
            Step.REMIND_OF_DOWNLOAD,
            Step.RENEW_WITH_NEWEST,
            Step.PREPARE,
            Step.SIGN,
            Step.DOWNLOAD,
            Step.RETIRE,
            Step.REMIND_OF_EXPIRY,
            Step.RETIRE);
    private static final Set<Step> FATAL = EnumSet.of(
            Step.REJECT,
            Step.CANCEL,
            Step.REVOKE,
            Step.REVOKE_WITH_NEWEST,
            Step.REVOKE_WITH_PREVIOUS,
            Step.REVOKE_FOR_AUTHORITY,
            Step.COMPROMISE);
    private static final List<Step> ALL_BUT_FATAL =
            Stream.of(Step.values()).filter(step -> !FATAL.contains(step)).toList();

    private final Random random;
    private int usual;

    RandomSteps(Random random) {
        this.random = random;
    }

    Step next() {
        int chance = random.nextInt(20);
        if (chance == 0) {
            return drawnFrom(List.copyOf(FATAL));
        }
        return chance < 10 ? USUAL.get(usual++ % USUAL.size()) : drawnFrom(ALL_BUT_FATAL);
    }

    private Step drawnFrom(List<Step> steps) {
        return steps.get(random.nextInt(steps.size()));
    }

    Object command(String requestId, Step step, int generation, LocalDate lastDay) {
        String newest = serial(generation);
        String previous = serial(generation - 1);
        return switch (step) {
            case APPROVE -> new ApproveApplication(requestId, null);
            case REJECT -> new RejectApplication(requestId, "名称が届出と異なります。", null);
            case CANCEL -> new CancelApplication(requestId);
            case OPEN -> new OpenDownload(requestId);
            case PREPARE ->
                new PrepareSigning(requestId, Lives.intent(generation, newest), "rsa-2048", "ca" + generation);
            case SIGN -> new RecordSigned(requestId, newest, "ca" + generation, "MIIC");
            case SIGN_OTHER -> new RecordSigned(requestId, "0b", "ca" + generation, "MIIC");
            case DOWNLOAD -> new RecordDownload(requestId, DownloadForm.PEM);
            case EXTEND -> new ExtendDownloadPeriod(requestId, lastDay, "入院のため");
            case REISSUE -> new ReissueNotice(requestId, "紛失");
            case DESTROY_KEY -> new RecordEscrowedKeyDestroyed(requestId);
            case CHANGE_CONTACT -> new ChangeContact(requestId, "担当" + random.nextInt(5), null, null, null);
            case RENEW -> new RenewCertificate(requestId, null);
            case RENEW_WITH_NEWEST -> new RenewCertificate(requestId, newest);
            case RENEW_WITH_PREVIOUS -> new RenewCertificate(requestId, previous);
            case RENEW_WITH_OTHER -> new RenewCertificate(requestId, "0b");
            case REVOKE -> revocation(requestId, RevocationRequester.INSTITUTION, null);
            case REVOKE_WITH_NEWEST -> revocation(requestId, RevocationRequester.TERMINAL, newest);
            case REVOKE_WITH_PREVIOUS -> revocation(requestId, RevocationRequester.TERMINAL, previous);
            case REVOKE_FOR_AUTHORITY -> revocation(requestId, RevocationRequester.OFFICER, null);
            case REVOKE_FOR_CALLER -> forCaller(requestId);
            case APPROVE_REVOCATION -> new ApproveRevocation(requestId);
            case DECLINE_REVOCATION -> new DeclineRevocation(requestId, "本人の申請ではありませんでした");
            case COMPROMISE -> new RevokeCompromisedKey(requestId, "beef" + generation);
            case EXPIRE -> new ExpireCertificate(requestId);
            case RETIRE -> new RetirePreviousKey(requestId);
            case REMIND_OF_EXPIRY -> new RemindHolder(requestId, ReminderKind.EXPIRY);
            case REMIND_OF_DOWNLOAD -> new RemindHolder(requestId, ReminderKind.DOWNLOAD);
        };
    }

    private static String serial(int generation) {
        return "0a" + generation;
    }

    private static RequestRevocation revocation(String requestId, RevocationRequester requester, String serial) {
        return new RequestRevocation(requestId, "superseded", requester, serial, null, null, null);
    }

    private static RequestRevocation forCaller(String requestId) {
        return new RequestRevocation(
                requestId,
                "keyCompromise",
                RevocationRequester.OFFICER,
                null,
                Lives.CALLER.name(),
                Lives.CALLER.phone(),
                Lives.IDENTIFIED);
    }
}
