package jp.shomei.contracts.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;

/**
 * A command's answer: up to which event of which aggregate the history now reaches.
 *
 * @param kind the kind of aggregate
 * @param aggregate the aggregate's identifier
 * @param sequence the sequence number of its newest event, from 0
 */
public record Recorded(Kind kind, String aggregate, long sequence) {

    private static final Pattern TOKEN = Pattern.compile("([A-Z]{1,20}):([A-Za-z0-9-]{1,64}):([0-9]{1,18})");

    /** The kinds of aggregate. */
    public enum Kind {
        CERTIFICATE,
        INSTITUTION,
        NOTICE,
        BATCH,
        BILL,
        LEDGER
    }

    /** The token a client sends back with a query that must see these events. */
    public String token() {
        return kind + ":" + aggregate + ":" + sequence;
    }

    /**
     * Reads a token again.
     *
     * @throws Refused with {@link ErrorCode#INVALID_REQUEST} if it is none of ours
     */
    public static Recorded fromToken(String token) {
        Matcher parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(parts.group(1))) {
                return new Recorded(kind, parts.group(2), Long.parseLong(parts.group(3)));
            }
        }
        throw Refused.because(ErrorCode.INVALID_REQUEST);
    }
}
