package jp.shomei.correspondence.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the mails stand, for an operator.
 *
 * @param waiting how many are to be sent
 * @param givenUp how many were given up lately: an officer must look at them. Older ones are listed, but call nobody, since an
 *     address that is dead stays so
 * @param longestWait how long the one waits that waits longest; absent if none does
 * @param away why the mail server cannot be used; absent while it can
 */
public record MailStanding(
        long waiting,
        long givenUp,
        @Nullable Duration longestWait,
        @Nullable String away) {

    private static final Duration LONG = Duration.ofHours(1);

    /** Whether an operator should look: mails were given up lately, or one waits for more than an hour. */
    public boolean needsAttention() {
        return givenUp > 0 || (longestWait != null && longestWait.compareTo(LONG) > 0);
    }
}
