package jp.shomei.ca.signing;

import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.contracts.certificate.CompleteSigning;
import org.axonframework.commandhandling.CommandHandler;

/** Finishes what a crash left between the intent to sign and the signed certificate. */
public final class SigningCompletion {

    private final CertificateSigning signing;
    private final RequestLocks locks;
    private final Backroom backroom;

    public SigningCompletion(CertificateSigning signing, RequestLocks locks, Backroom backroom) {
        this.signing = signing;
        this.locks = locks;
        this.backroom = backroom;
    }

    @CommandHandler
    public void handle(CompleteSigning command) {
        backroom.call(commands -> locks.holding(command.requestId(), () -> {
            signing.complete(command.requestId(), commands);
            return true;
        }));
    }
}
