package jp.shomei.http.refusal;

import java.util.List;
import jp.shomei.contracts.refusal.ErrorCode;

/** Thrown when a file cannot be taken in; names its bad lines. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<BadLine> lines;
    private final long count;

    /**
     * Refuses a file.
     *
     * @param code why
     * @param lines what is wrong, perhaps only the beginning of it
     * @param count how many lines are bad
     */
    public BadFile(ErrorCode code, List<BadLine> lines, long count) {
        super(code.name(), null, false, false);
        this.code = code;
        this.lines = List.copyOf(lines);
        this.count = count;
    }

    /** Why. */
    public ErrorCode code() {
        return code;
    }

    /** What is wrong, perhaps only the beginning of it. */
    public List<BadLine> lines() {
        return lines;
    }

    /** How many lines are bad. */
    public long count() {
        return count;
    }
}
