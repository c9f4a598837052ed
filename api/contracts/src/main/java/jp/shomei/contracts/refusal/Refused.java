package jp.shomei.contracts.refusal;

import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * Thrown by whoever refuses a command or a query. Carries a {@link Refusal} as its details, which is all that reaches
 * another process; it has no stack trace, since a refusal is an answer and not a fault.
 */
public final class Refused extends CommandExecutionException {

    private static final long serialVersionUID = 1L;

    public Refused(Refusal refusal) {
        super(refusal.code().name(), null, refusal, false);
    }

    /** Refuses with a code and the arguments of its sentence. */
    public static Refused because(ErrorCode code, String... arguments) {
        return new Refused(Refusal.of(code, arguments));
    }

    /** Refuses bad input, if there is any. */
    public static void ifAny(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refused(Refusal.of(errors));
        }
    }

    /** The refusal as data. */
    public Refusal refusal() {
        return this.<Refusal>getDetails().orElseThrow();
    }
}
