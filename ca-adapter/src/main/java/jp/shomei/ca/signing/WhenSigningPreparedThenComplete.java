package jp.shomei.ca.signing;

import java.time.Duration;
import jp.shomei.ca.dispatch.Commands;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.CompleteSigning;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * Every intent to sign is followed up. Usually the download that made it has signed long before this asks; after a
 * crash this is who finishes, since the event does not count as handled until the certificate is on record.
 */
@ProcessingGroup("signing-completion")
@DisallowReplay
public final class WhenSigningPreparedThenComplete {

    /** Longer than a download may take, for which the completion waits. */
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    private final CommandGateway gateway;

    public WhenSigningPreparedThenComplete(CommandGateway gateway) {
        this.gateway = gateway;
    }

    @EventHandler
    public void on(CertificateSigningPrepared event) {
        Commands.by("reaction", gateway).tell(new CompleteSigning(event.requestId()), DEADLINE);
    }
}
