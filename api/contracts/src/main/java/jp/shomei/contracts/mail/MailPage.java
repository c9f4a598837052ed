package jp.shomei.contracts.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of mails.
 *
 * @param items oldest first, without their texts
 * @param nextCursor for the next page; absent on the last
 */
public record MailPage(List<MailView> items, @Nullable String nextCursor) {

    public MailPage {
        items = List.copyOf(items);
    }
}
