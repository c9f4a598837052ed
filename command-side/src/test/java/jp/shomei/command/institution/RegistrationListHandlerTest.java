package jp.shomei.command.institution;

import static jp.shomei.command.institution.RegisterInstitutionTest.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.shomei.command.certificate.Applications;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.ImportOutcome;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.contracts.institution.RegistrationFault;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationListHandlerTest {

    private static final RegisterInstitution GOOD = register("0110214822", "証明クリニック", "DEDUCTION");
    private static final RegisterInstitution OTHER = register("0110100013", "第二証明クリニック", "PAYMENT_SLIP");
    private static final RegisterInstitution BAD = register("011021482", "", null);

    private Configuration axon;

    @BeforeEach
    void start() {
        axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .configureAggregate(Institution.class)
                .registerCommandHandler(configuration -> new RegistrationListHandler(
                        () -> configuration.repository(Institution.class),
                        new CodePolicy(CheckDigitMode.WARN),
                        Applications.clockAt(Applications.MORNING)))
                .start();
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void checkingTellsEveryFaultByItsPlaceAndFilesNothing() {
        RegistrationFault[] faults = send(new CheckRegistrations(List.of(GOOD, BAD)));
        assertThat(faults)
                .containsExactly(new RegistrationFault(
                        1,
                        List.of(
                                FieldError.of("name", FieldRule.REQUIRED),
                                FieldError.of("code", FieldRule.DIGITS, "10"))));
        assertThat(axon.eventStore().createHeadToken()).isNull();
    }

    @Test
    void filingCountsWhatIsNewChangedAndUnchanged() {
        assertThat(this.<ImportOutcome>send(new RegisterInstitutions(List.of(GOOD, OTHER))))
                .isEqualTo(new ImportOutcome(2, 0, 0));
        RegisterInstitution renamed = register("0110214822", "証明病院", "DEDUCTION");
        assertThat(this.<ImportOutcome>send(new RegisterInstitutions(List.of(renamed, OTHER))))
                .isEqualTo(new ImportOutcome(0, 1, 1));
    }

    @Test
    void oneBadRegistrationKeepsTheWholeListOut() {
        assertThatThrownBy(() -> send(new RegisterInstitutions(List.of(GOOD, BAD))))
                .isInstanceOf(Refused.class);
        assertThat(axon.eventStore().createHeadToken()).isNull();
    }

    private <R> R send(Object command) {
        return axon.commandGateway().sendAndWait(command, 10, TimeUnit.SECONDS);
    }
}
