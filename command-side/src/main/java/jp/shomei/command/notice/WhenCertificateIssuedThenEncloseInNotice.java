package jp.shomei.command.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.command.history.Restores;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBox;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * An issued certificate is announced by mail. Done twice it does nothing, since the notice's name follows from the event
 * and a box is enclosed once. If that letter has left, or its day is over, the certificate travels alone on the next
 * dispatch day.
 */
@ProcessingGroup("notice-preparation")
@DisallowReplay
public final class WhenCertificateIssuedThenEncloseInNotice {

    private static final int FIRST_EDITION = 1;

    private final Enclosing enclosing;
    private final DispatchDays dispatchDays;
    private final Restores restores;

    public WhenCertificateIssuedThenEncloseInNotice(
            CommandGateway commands, DispatchDays dispatchDays, Restores restores, Clock clock) {
        this.enclosing = new Enclosing(commands, dispatchDays, clock);
        this.dispatchDays = dispatchDays;
        this.restores = restores;
    }

    @EventHandler
    public void on(CertificateIssued event, @Timestamp Instant at) {
        LocalDate planned = event.dispatchOn();
        String shared =
                NoticeId.of(planned, event.institution(), event.address(), event.contact(), restores.before(at));
        String alone = NoticeId.alone(planned, event.institution(), event.requestId(), FIRST_EDITION);
        enclosing.enclose(command(event, shared, planned), next -> command(event, alone, next));
    }

    private EncloseInNotice command(CertificateIssued event, String noticeId, LocalDate dispatchOn) {
        return new EncloseInNotice(
                noticeId,
                event.institution(),
                event.address(),
                event.contact(),
                dispatchOn,
                dispatchDays.promisedBy(event.issuedOn()),
                new NoticeBox(
                        event.requestId(),
                        event.institution(),
                        event.terminalName(),
                        event.issuedOn(),
                        event.expiresOn(),
                        event.downloadUntil(),
                        FIRST_EDITION));
    }
}
