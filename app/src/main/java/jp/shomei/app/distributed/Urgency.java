package jp.shomei.app.distributed;

import java.util.Set;
import jp.shomei.contracts.message.Metadata;
import org.axonframework.axonserver.connector.command.CommandPriorityCalculator;
import org.axonframework.commandhandling.CommandMessage;

/** Commands that somebody waits for go before those that the day or an event brings by the thousand. */
final class Urgency implements CommandPriorityCalculator {

    private static final Set<String> NOBODY_WAITS = Set.of("daily-run", "reaction");

    @Override
    public int determinePriority(CommandMessage<?> command) {
        return command.getMetaData().get(Metadata.CHANNEL) instanceof String channel && NOBODY_WAITS.contains(channel)
                ? -1
                : 0;
    }
}
