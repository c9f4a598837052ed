package jp.shomei.app.durable;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;

/** Knows a row that was there already by its SQLSTATE, which H2 and PostgreSQL share. */
final class UniqueViolations implements PersistenceExceptionResolver {

    /** unique_violation, of the SQL standard's class 23. */
    private static final String UNIQUE_VIOLATION = "23505";

    private static final int DEEPEST = 20;

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        @Nullable Throwable cause = exception;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE_VIOLATION.equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
