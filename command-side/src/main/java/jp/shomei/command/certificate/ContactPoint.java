package jp.shomei.command.certificate;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.ContactChanged;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * Whom to turn to about a certificate, and at which terminal it is (担当部署/担当者, 端末名称等). Changed only while the
 * certificate is issued; the address to which notices are posted is never changed here.
 */
public class ContactPoint {

    // as on the application form
    private static final int CONTACT_LIMIT = 60;
    private static final int TERMINAL_LIMIT = 60;
    private static final List<String> FIELDS = List.of("contactName", "terminalName", "email", "phone");

    private final Standing standing;

    ContactPoint(Standing standing) {
        this.standing = standing;
    }

    @CommandHandler
    public Recorded handle(ChangeContact command, Clock clock) {
        check(command);
        LocalDate today = JapanTime.today(clock);
        standing.live(today);
        Application holder = standing.holder();
        Contact before = holder.contact();
        Contact after = new Contact(
                typedOr(command.contactName(), before.name()),
                typedOr(command.phone(), before.phone()),
                command.email() == null ? before.email() : command.email());
        String terminalName = typedOr(command.terminalName(), holder.terminalName());
        if (!after.equals(before) || !terminalName.equals(holder.terminalName())) {
            apply(new ContactChanged(command.requestId(), before, after, holder.terminalName(), terminalName, today));
        }
        return standing.recorded();
    }

    static void check(ChangeContact command) {
        FieldReader fields = new FieldReader();
        if (command.contactName() != null) {
            fields.text("contactName", command.contactName(), CONTACT_LIMIT);
        }
        if (command.terminalName() != null) {
            fields.text("terminalName", command.terminalName(), TERMINAL_LIMIT);
        }
        if (command.email() != null) {
            fields.email("email", command.email());
        }
        if (command.phone() != null) {
            fields.phone("phone", command.phone());
        }
        if (Stream.of(command.contactName(), command.terminalName(), command.email(), command.phone())
                .allMatch(Objects::isNull)) {
            FIELDS.forEach(field -> fields.add(field, FieldRule.REQUIRED));
        }
        Refused.ifAny(fields.errors());
    }

    private static String typedOr(@Nullable String typed, String present) {
        return typed == null ? present : typed;
    }
}
