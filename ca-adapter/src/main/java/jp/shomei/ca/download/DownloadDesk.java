package jp.shomei.ca.download;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.signing.HolderKey;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.x509.Certificates;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadForm;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.OpenDownload;
import jp.shomei.contracts.certificate.RecordDownload;
import org.axonframework.commandhandling.CommandHandler;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Where certificates are handed out. The first download has the certificate signed; inside the download period the same
 * one is handed out again, each time on record, before it leaves.
 */
public final class DownloadDesk {

    private final Doorkeeper doorkeeper;
    private final Backroom backroom;
    private final RequestLocks locks;
    private final EscrowedHolderKeys holderKeys;
    private final CsrReader requests;
    private final CertificateSigning signing;
    private final CertificateAuthority authority;

    public DownloadDesk(
            Doorkeeper doorkeeper,
            Backroom backroom,
            RequestLocks locks,
            EscrowedHolderKeys holderKeys,
            CsrReader requests,
            CertificateSigning signing,
            CertificateAuthority authority) {
        this.doorkeeper = doorkeeper;
        this.backroom = backroom;
        this.locks = locks;
        this.holderKeys = holderKeys;
        this.requests = requests;
        this.signing = signing;
        this.authority = authority;
    }

    @CommandHandler
    public byte[] handle(DownloadPkcs12 command) {
        char[] password = doorkeeper.admit(
                command.requestId(),
                command.referenceId(),
                command.remoteAddress(),
                () -> CertificatePassword.read(command.password()));
        String referenceId = ReferenceIds.canonical(command.referenceId());
        return backroom.call(commands ->
                locks.holding(command.requestId(), () -> pkcs12(command.requestId(), referenceId, password, commands)));
    }

    @CommandHandler
    public String handle(DownloadForRequest command) {
        SubjectPublicKeyInfo key = doorkeeper.admit(
                command.requestId(),
                command.referenceId(),
                command.remoteAddress(),
                () -> requests.read(command.csr()));
        return backroom.call(
                commands -> locks.holding(command.requestId(), () -> pem(command.requestId(), key, commands)));
    }

    private byte[] pkcs12(String requestId, String referenceId, char[] password, Commands commands) {
        DownloadOrder order = commands.ask(new OpenDownload(requestId), DownloadOrder.class);
        KeyPair pair = holderKeys.of(order, referenceId);
        X509Certificate certificate = signing.certificateFor(order, HolderKey.madeHere(pair.getPublic()), commands);
        byte[] file = Pkcs12File.of(requestId, pair.getPrivate(), authority.chainOf(certificate), password);
        commands.tell(new RecordDownload(requestId, DownloadForm.PKCS12));
        return file;
    }

    private String pem(String requestId, SubjectPublicKeyInfo key, Commands commands) {
        DownloadOrder order = commands.ask(new OpenDownload(requestId), DownloadOrder.class);
        X509Certificate certificate = signing.certificateFor(order, HolderKey.sent(key), commands);
        holderKeys.discard(requestId);
        commands.tell(new RecordDownload(requestId, DownloadForm.PEM));
        return Certificates.pem(authority.chainOf(certificate));
    }
}
