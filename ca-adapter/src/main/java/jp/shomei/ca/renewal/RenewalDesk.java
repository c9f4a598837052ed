package jp.shomei.ca.renewal;

import java.util.function.BiFunction;
import java.util.function.Supplier;
import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.download.CertificatePassword;
import jp.shomei.ca.download.Handover;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.signing.SigningStep;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.RenewCertificate;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.certificate.RenewPkcs12;
import org.axonframework.commandhandling.CommandHandler;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Where a certificate is renewed. What was sent is checked before the renewal begins, since with it begins a fee. From
 * then on it is as with any download: whoever is cut off, or meets a crash, asks again, gets the generation that was
 * begun and its one certificate, and pays nothing more.
 */
public final class RenewalDesk {

    private final Backroom backroom;
    private final RequestLocks locks;
    private final CsrReader requests;
    private final FreshKeys freshKeys;
    private final Handover handover;
    private final SigningSteps steps;

    public RenewalDesk(
            Backroom backroom,
            RequestLocks locks,
            CsrReader requests,
            FreshKeys freshKeys,
            Handover handover,
            SigningSteps steps) {
        this.backroom = backroom;
        this.locks = locks;
        this.requests = requests;
        this.freshKeys = freshKeys;
        this.handover = handover;
        this.steps = steps;
    }

    @CommandHandler
    public HandedOut handle(RenewPkcs12 command) {
        char[] password = CertificatePassword.read(command.password());
        return serve(
                command.requestId(),
                () -> new RenewCertificate(command.requestId(), command.presentedSerial()),
                (order, commands) -> handover.pkcs12(order, password, commands));
    }

    @CommandHandler
    public HandedOut handle(RenewForRequest command) {
        SubjectPublicKeyInfo key = requests.read(command.csr());
        return serve(
                command.requestId(),
                () -> freshKeys.renewal(command.requestId(), command.presentedSerial(), HolderKey.sent(key)),
                (order, commands) -> handover.pem(order, key, commands));
    }

    private HandedOut serve(
            String requestId,
            Supplier<RenewCertificate> renewal,
            BiFunction<DownloadOrder, Commands, HandedOut> service) {
        return backroom.call(commands -> locks.holding(requestId, () -> {
            DownloadOrder order = commands.ask(renewal.get(), DownloadOrder.class);
            steps.reached(SigningStep.AFTER_RENEWAL, requestId);
            return service.apply(order, commands);
        }));
    }
}
