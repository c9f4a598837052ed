package jp.shomei.command.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;

/**
 * An issued certificate is announced by mail. Done twice it does nothing, since the notice's name follows from the event
 * and a box is enclosed once. If that letter has left, or its day is over, the certificate travels alone on the next
 * dispatch day.
 */
@ProcessingGroup("notice-preparation")
@DisallowReplay
public final class WhenCertificateIssuedThenEncloseInNotice {

    private static final int FIRST_EDITION = 1;
    private static final long DEADLINE_SECONDS = 30;

    private final CommandGateway commands;
    private final DispatchDays dispatchDays;
    private final Clock clock;

    public WhenCertificateIssuedThenEncloseInNotice(CommandGateway commands, DispatchDays dispatchDays, Clock clock) {
        this.commands = commands;
        this.dispatchDays = dispatchDays;
        this.clock = clock;
    }

    @EventHandler
    public void on(CertificateIssued event) {
        LocalDate planned = event.dispatchOn();
        try {
            enclose(event, NoticeId.of(planned, event.institution(), event.address(), event.contact()), planned);
        } catch (Refused refused) {
            if (refused.refusal().code() != ErrorCode.NOTICE_NOT_PREPARED) {
                throw refused;
            }
            LocalDate next = dispatchDays.dispatchDayFor(clock.instant());
            enclose(event, NoticeId.alone(planned, event.institution(), event.requestId()), next);
        }
    }

    private void enclose(CertificateIssued event, String noticeId, LocalDate dispatchOn) {
        EncloseInNotice command = new EncloseInNotice(
                noticeId,
                event.institution(),
                event.address(),
                event.contact(),
                dispatchOn,
                new NoticeBox(
                        event.requestId(),
                        event.institution(),
                        event.terminalName(),
                        event.issuedOn(),
                        event.expiresOn(),
                        event.downloadUntil(),
                        FIRST_EDITION));
        commands.sendAndWait(
                new GenericCommandMessage<>(command, MetaData.with(Metadata.CHANNEL, "reaction")),
                DEADLINE_SECONDS,
                TimeUnit.SECONDS);
    }
}
