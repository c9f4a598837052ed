package jp.shomei.command.institution;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.time.Clock;
import jp.shomei.contracts.institution.InstitutionChanged;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.RegistrationOutcome;
import jp.shomei.contracts.institution.RegistrationOutcome.Change;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.contracts.time.JapanTime;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The filed registration of one institution. What was filed last counts; the history keeps the rest. */
public class Institution {

    @AggregateIdentifier
    private @Nullable String code;

    private @Nullable Registration filed;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public RegistrationOutcome handle(RegisterInstitution command, CodePolicy codes, Clock clock) {
        return file(codes.read(command), clock);
    }

    /** Files a registration that was read already. */
    RegistrationOutcome file(Registration registration, Clock clock) {
        Registration before = filed;
        PaymentMethod chosen = registration.paymentMethod();
        boolean details = before == null
                || !withPayment(registration, before.paymentMethod()).equals(before);
        boolean payment = chosen != null && (before == null || chosen != before.paymentMethod());
        if (before == null) {
            apply(registered(registration));
        } else if (details) {
            apply(changed(registration));
        }
        if (chosen != null && payment) {
            apply(new PaymentMethodChosen(registration.code(), chosen, JapanTime.today(clock)));
        }
        Change change = before == null ? Change.REGISTERED : details || payment ? Change.CHANGED : Change.UNCHANGED;
        return new RegistrationOutcome(
                new Recorded(Recorded.Kind.INSTITUTION, registration.code().value(), getVersion()),
                change,
                registration.code().hasValidCheckDigit());
    }

    /** What is on file. */
    Registration filed() {
        if (filed == null) {
            throw new IllegalStateException("an institution begins with its registration");
        }
        return filed;
    }

    @EventSourcingHandler
    void on(InstitutionRegistered event) {
        code = event.code().value();
        filed = new Registration(
                event.code(),
                event.name(),
                event.category(),
                event.prefecture(),
                event.scoreTable(),
                event.address(),
                event.founder(),
                null);
    }

    @EventSourcingHandler
    void on(InstitutionChanged event) {
        filed = new Registration(
                event.code(),
                event.name(),
                event.category(),
                event.prefecture(),
                event.scoreTable(),
                event.address(),
                event.founder(),
                filed().paymentMethod());
    }

    @EventSourcingHandler
    void on(PaymentMethodChosen event) {
        filed = withPayment(filed(), event.method());
    }

    private static Registration withPayment(Registration of, @Nullable PaymentMethod method) {
        return new Registration(
                of.code(),
                of.name(),
                of.category(),
                of.prefecture(),
                of.scoreTable(),
                of.address(),
                of.founder(),
                method);
    }

    private static InstitutionRegistered registered(Registration of) {
        return new InstitutionRegistered(
                of.code(), of.name(), of.category(), of.prefecture(), of.scoreTable(), of.address(), of.founder());
    }

    private static InstitutionChanged changed(Registration of) {
        return new InstitutionChanged(
                of.code(), of.name(), of.category(), of.prefecture(), of.scoreTable(), of.address(), of.founder());
    }
}
