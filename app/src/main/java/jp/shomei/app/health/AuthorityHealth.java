package jp.shomei.app.health;

import java.util.List;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.WatchEntry;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Where the authority stands: degraded if it cannot sign, or will not be able to before long. */
final class AuthorityHealth extends AbstractHealthIndicator {

    private final List<AuthorityWatch> watches;

    AuthorityHealth(List<AuthorityWatch> watches) {
        this.watches = List.copyOf(watches);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (AuthorityWatch watch : watches) {
            for (WatchEntry entry : watch.look()) {
                health.withDetail(entry.name(), new Standing(entry.state(), entry.sentence()));
                if (entry.state() != WatchEntry.State.GOOD) {
                    health.status(OperatorHealth.DEGRADED);
                }
            }
        }
    }

    /**
     * Where one thing stands.
     *
     * @param state how it stands
     * @param sentence what an operator should know
     */
    public record Standing(WatchEntry.State state, String sentence) {}
}
