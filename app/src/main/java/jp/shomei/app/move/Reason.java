package jp.shomei.app.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Set;
import jp.shomei.app.start.StartRefused;

/** Tells an operator why something was not done, and nothing of what is in the house. */
final class Reason {

    /** Classes of SQLSTATE whose messages repeat what a table has or was to take: mails and escrowed keys among it. */
    private static final Set<String> OF_VALUES = Set.of("21", "22", "23");

    private Reason() {}

    /** In one line or a few. */
    static String of(Exception failed) {
        if (failed instanceof UncheckedIOException && failed.getCause() instanceof IOException wrapped) {
            return of(wrapped);
        }
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof MoveRefused || cause instanceof StartRefused) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof SQLException refused) {
                return of(refused);
            }
        }
        String kind = failed.getClass().getSimpleName();
        // these repeat what they could not read
        return failed instanceof IllegalArgumentException || failed instanceof DateTimeException
                ? "something in the file or in the house cannot be read (" + kind + ")"
                : kind + ": " + failed.getMessage();
    }

    private static String of(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        return OF_VALUES.contains(state.substring(0, Math.min(2, state.length())))
                ? "the database does not take a row or a value (SQLSTATE " + state + ")"
                : String.valueOf(refused.getMessage());
    }
}
