package jp.shomei.correspondence.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.shomei.contracts.mail.FindMail;
import jp.shomei.contracts.mail.ListMails;
import jp.shomei.contracts.mail.MailPage;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what became of the mails. */
public final class MailQueryHandler {

    private static final int MOST = 200;
    private static final long BEFORE_THE_FIRST = 0;
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,18}");

    private final MailOutbox outbox;

    public MailQueryHandler(MailOutbox outbox) {
        this.outbox = outbox;
    }

    /** One mail. */
    @QueryHandler
    public Optional<MailView> handle(FindMail query) {
        return outbox.find(query.mailId());
    }

    /**
     * A page of mails.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public MailPage handle(ListMails query) {
        int limit = query.limit();
        if (limit < 1 || limit > MOST) {
            Refused.ifAny(List.of(FieldError.of("limit", FieldRule.RANGE, "1", String.valueOf(MOST))));
        }
        List<MailOutbox.Listed> following =
                outbox.list(query.state(), query.requestId(), place(query.cursor()), limit + 1);
        List<MailOutbox.Listed> page = following.subList(0, Math.min(limit, following.size()));
        return new MailPage(
                page.stream().map(MailOutbox.Listed::mail).toList(),
                following.size() > limit ? cursor(page.getLast().number()) : null);
    }

    private static String cursor(long place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(place).getBytes(StandardCharsets.US_ASCII));
    }

    private static long place(@Nullable String cursor) {
        if (cursor == null) {
            return BEFORE_THE_FIRST;
        }
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (PLACE.matcher(place).matches()) {
                return Long.parseLong(place);
            }
        } catch (IllegalArgumentException notBase64) {
            // none of ours, like one of another form
        }
        throw Refused.because(ErrorCode.INVALID_REQUEST);
    }
}
