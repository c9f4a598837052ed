package jp.shomei.command.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import jp.shomei.command.certificate.DispatchDays;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.notice.EncloseInNotice;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Puts a box into the letter it is meant for, or, where that has left or its day is over, into one of the next day. */
final class Enclosing {

    private static final long DEADLINE_SECONDS = 30;

    private final CommandGateway commands;
    private final DispatchDays dispatchDays;
    private final Clock clock;

    Enclosing(CommandGateway commands, DispatchDays dispatchDays, Clock clock) {
        this.commands = commands;
        this.dispatchDays = dispatchDays;
        this.clock = clock;
    }

    /** Encloses as planned; if it is too late for that, encloses what is to be enclosed on the next dispatch day instead. */
    void enclose(EncloseInNotice planned, Function<LocalDate, EncloseInNotice> tooLate) {
        try {
            send(planned);
        } catch (Refused refused) {
            if (refused.refusal().code() != ErrorCode.NOTICE_NOT_PREPARED) {
                throw refused;
            }
            send(tooLate.apply(dispatchDays.dispatchDayFor(clock.instant())));
        }
    }

    private void send(EncloseInNotice command) {
        commands.sendAndWait(
                new GenericCommandMessage<>(command, Metadata.BY_REACTION), DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
}
