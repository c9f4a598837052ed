package jp.shomei.ca.download;

import java.util.function.BiFunction;
import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.certificate.OpenDownload;
import org.axonframework.commandhandling.CommandHandler;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Where those who bring the notice get their certificate. The first download has it signed; inside the download period
 * the same one is handed out again, each time on record, before it leaves. A renewed certificate is not among them, unless a
 * notice was mailed for it anew: an old notice in strange hands must not open it.
 */
public final class DownloadDesk {

    private final Doorkeeper doorkeeper;
    private final Backroom backroom;
    private final RequestLocks locks;
    private final CsrReader requests;
    private final Handover handover;

    public DownloadDesk(
            Doorkeeper doorkeeper, Backroom backroom, RequestLocks locks, CsrReader requests, Handover handover) {
        this.doorkeeper = doorkeeper;
        this.backroom = backroom;
        this.locks = locks;
        this.requests = requests;
        this.handover = handover;
    }

    @CommandHandler
    public HandedOut handle(DownloadPkcs12 command) {
        Admission<char[]> admission = doorkeeper.admit(
                command.requestId(),
                command.referenceId(),
                command.remoteAddress(),
                () -> CertificatePassword.read(command.password()));
        return serve(
                command.requestId(),
                command.remoteAddress(),
                admission.edition(),
                (order, commands) -> handover.pkcs12(order, admission.content(), commands));
    }

    @CommandHandler
    public HandedOut handle(DownloadForRequest command) {
        Admission<SubjectPublicKeyInfo> admission = doorkeeper.admit(
                command.requestId(),
                command.referenceId(),
                command.remoteAddress(),
                () -> requests.read(command.csr()));
        return serve(
                command.requestId(),
                command.remoteAddress(),
                admission.edition(),
                (order, commands) -> handover.pem(order, admission.content(), commands));
    }

    /** The certificate itself knows best which notice is the newest: a notice is worthless once its successor is on record. */
    private HandedOut serve(
            String requestId, String address, int edition, BiFunction<DownloadOrder, Commands, HandedOut> service) {
        return backroom.call(commands -> locks.holding(requestId, () -> {
            DownloadOrder order = commands.ask(new OpenDownload(requestId), DownloadOrder.class);
            if (order.edition() != edition || !order.byNotice()) {
                throw doorkeeper.turnAway(requestId, address);
            }
            return service.apply(order, commands);
        }));
    }
}
