package jp.shomei.http.fee;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Origin;
import reactor.core.publisher.Mono;

/** Why something was taken back or given up is said inside the office, and not to institutions. */
final class OfficeWords {

    private static final Set<Role> OFFICE = EnumSet.of(Role.OFFICER, Role.BILLING, Role.AUDITOR);

    private OfficeWords() {}

    /**
     * The answer as the caller may read it.
     *
     * @param without leaves the reasons out
     */
    static <T> Mono<T> readable(Mono<T> answer, UnaryOperator<T> without) {
        return Origin.current().flatMap(caller -> caller.isAnyOf(OFFICE) ? answer : answer.map(without));
    }
}
