package jp.shomei.correspondence.mail;

import java.time.Clock;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.mail.ResendMail;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.jspecify.annotations.Nullable;

/** Has mails tried again that were given up. */
public final class ResendMailHandler {

    private final MailOutbox outbox;
    private final MailBell bell;
    private final Clock clock;

    /**
     * @param clock business time, in which it is kept who ordered it when
     */
    public ResendMailHandler(MailOutbox outbox, MailBell bell, Clock clock) {
        this.outbox = outbox;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * Has one mail tried again.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS}, {@link ErrorCode#MAIL_NOT_FOUND} or
     *     {@link ErrorCode#MAIL_NOT_GIVEN_UP}
     */
    @CommandHandler
    public MailView handle(ResendMail command, @MetaDataValue(Metadata.ACTOR) @Nullable String actor) {
        @Nullable String recipient = command.recipient();
        if (recipient != null) {
            FieldReader fields = new FieldReader();
            fields.email("recipient", recipient);
            Refused.ifAny(fields.errors());
        }
        boolean waits =
                outbox.resend(command.mailId(), recipient, actor == null ? Metadata.SYSTEM : actor, clock.instant());
        MailView mail = outbox.find(command.mailId()).orElseThrow(() -> Refused.because(ErrorCode.MAIL_NOT_FOUND));
        if (!waits) {
            throw Refused.because(ErrorCode.MAIL_NOT_GIVEN_UP);
        }
        bell.ringOnceOnRecord();
        return mail;
    }
}
