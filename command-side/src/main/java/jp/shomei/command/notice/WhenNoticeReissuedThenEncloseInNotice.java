package jp.shomei.command.notice;

import java.time.Clock;
import java.time.LocalDate;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.certificate.NoticeReissued;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBox;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * A notice that replaces a lost one travels alone, under a name that follows from certificate and edition: done twice it
 * does nothing. If its day is over before this is seen, it is posted on the next dispatch day.
 */
@ProcessingGroup("notice-preparation")
@DisallowReplay
public final class WhenNoticeReissuedThenEncloseInNotice {

    private final Enclosing enclosing;
    private final DispatchDays dispatchDays;

    public WhenNoticeReissuedThenEncloseInNotice(CommandGateway commands, DispatchDays dispatchDays, Clock clock) {
        this.enclosing = new Enclosing(commands, dispatchDays, clock);
        this.dispatchDays = dispatchDays;
    }

    @EventHandler
    public void on(NoticeReissued event) {
        enclosing.enclose(command(event, event.dispatchOn()), next -> command(event, next));
    }

    private EncloseInNotice command(NoticeReissued event, LocalDate dispatchOn) {
        return new EncloseInNotice(
                NoticeId.alone(event.dispatchOn(), event.institution(), event.requestId(), event.edition()),
                event.institution(),
                event.address(),
                event.contact(),
                dispatchOn,
                dispatchDays.promisedBy(event.reissuedOn()),
                new NoticeBox(
                        event.requestId(),
                        event.institution(),
                        event.terminalName(),
                        event.issuedOn(),
                        event.expiresOn(),
                        event.downloadUntil(),
                        event.edition()));
    }
}
