package jp.shomei.command.certificate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.shomei.command.time.DueCommands;
import jp.shomei.command.time.DueList;
import jp.shomei.contracts.certificate.DueCertificates;
import jp.shomei.contracts.certificate.DueCertificates.Due;
import jp.shomei.contracts.certificate.ExpireCertificate;
import jp.shomei.contracts.certificate.ListDueCertificates;
import jp.shomei.contracts.certificate.RetirePreviousKey;
import jp.shomei.contracts.time.DailyJob;
import org.jspecify.annotations.Nullable;

/**
 * Records what a day's beginning ends: certificates that have expired, and generations before a renewal whose time beside
 * the new one is over.
 */
public final class CertificateExpiry implements DailyJob {

    private final DueCommands due;

    public CertificateExpiry(DueCommands due) {
        this.due = due;
    }

    @Override
    public String name() {
        return "expiry";
    }

    /**
     * Records what is due up to and including this day.
     *
     * @throws IllegalStateException if not everything could be recorded, after the rest was
     */
    @Override
    public void run(LocalDate day) {
        due.give(new Ends(day));
    }

    private record Ends(LocalDate day) implements DueList<DueCertificates> {

        @Override
        public String name() {
            return "ends of " + day;
        }

        @Override
        public Object question(@Nullable String after, int limit) {
            return new ListDueCertificates(day, after, limit);
        }

        @Override
        public Class<DueCertificates> answerType() {
            return DueCertificates.class;
        }

        @Override
        public List<Turn> turns(DueCertificates answer) {
            return answer.items().stream().map(Ends::turn).toList();
        }

        private static Turn turn(Due one) {
            List<Object> commands = new ArrayList<>();
            if (one.retirement()) {
                commands.add(new RetirePreviousKey(one.requestId()));
            }
            if (one.expiry()) {
                commands.add(new ExpireCertificate(one.requestId()));
            }
            return new Turn(one.requestId(), commands);
        }
    }
}
