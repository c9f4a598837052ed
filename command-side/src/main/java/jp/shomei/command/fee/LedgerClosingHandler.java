package jp.shomei.command.fee;

import jp.shomei.command.time.Aside;
import jp.shomei.contracts.fee.CloseLedger;
import jp.shomei.contracts.message.Recorded;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/** Closes a month when somebody asks for it. */
public final class LedgerClosingHandler {

    private final LedgerClosing closing;
    private final Aside aside;

    /** @param aside where it is done, one after another */
    public LedgerClosingHandler(LedgerClosing closing, Aside aside) {
        this.closing = closing;
        this.aside = aside;
    }

    @CommandHandler
    public Recorded handle(CloseLedger command, MetaData sender) throws Exception {
        return aside.call(() -> closing.close(command.month(), sender));
    }
}
