package jp.shomei.command.institution;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.ImportOutcome;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.RegistrationFault;
import jp.shomei.contracts.institution.RegistrationOutcome;
import jp.shomei.contracts.refusal.FieldError;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Checks and files registrations by the list. */
public final class RegistrationListHandler {

    private final Supplier<Repository<Institution>> institutions;
    private final CodePolicy codes;
    private final Clock clock;

    public RegistrationListHandler(Supplier<Repository<Institution>> institutions, CodePolicy codes, Clock clock) {
        this.institutions = institutions;
        this.codes = codes;
        this.clock = clock;
    }

    @CommandHandler
    public RegistrationFault[] handle(CheckRegistrations command) {
        List<RegistrationFault> faults = new ArrayList<>();
        for (int i = 0; i < command.registrations().size(); i++) {
            List<FieldError> errors = codes.check(command.registrations().get(i));
            if (!errors.isEmpty()) {
                faults.add(new RegistrationFault(i, errors));
            }
        }
        return faults.toArray(RegistrationFault[]::new);
    }

    @CommandHandler
    public ImportOutcome handle(RegisterInstitutions command) throws Exception {
        ImportOutcome outcome = new ImportOutcome(0, 0, 0);
        for (RegisterInstitution one : command.registrations()) {
            outcome = outcome.plus(file(codes.read(one)));
        }
        return outcome;
    }

    private ImportOutcome file(Registration registration) throws Exception {
        RegistrationOutcome outcome = institutions
                .get()
                .loadOrCreate(registration.code().value(), Institution::new)
                .invoke(institution -> institution.file(registration, clock));
        return switch (outcome.change()) {
            case REGISTERED -> new ImportOutcome(1, 0, 0);
            case CHANGED -> new ImportOutcome(0, 1, 0);
            case UNCHANGED -> new ImportOutcome(0, 0, 1);
        };
    }
}
