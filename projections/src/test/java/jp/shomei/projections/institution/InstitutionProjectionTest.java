package jp.shomei.projections.institution;

import static jp.shomei.projections.fixture.CertificateEvents.ADDRESS;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionChanged;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.projections.ReadModelFixture;
import jp.shomei.projections.fixture.MongoTest;
import jp.shomei.projections.institution.view.InstitutionDocument;
import jp.shomei.projections.institution.view.InstitutionModel;
import org.junit.jupiter.api.Test;

class InstitutionProjectionTest extends MongoTest {

    private static final Contact FOUNDER = new Contact("桜島 太郎", "0992000000", null);

    @Test
    void keepsWhatWasFiledLastAndHowItPays() {
        events.append(registered("桜島病院"), chosen(), changed("櫻島病院"));

        try (ReadModelFixture fixture = ReadModelFixture.start(database, events).awaitTakenIn()) {
            Optional<InstitutionDocument> kept = InstitutionModel.served(database)
                    .answer(model -> Optional.ofNullable(model.documents()
                            .find(Filters.eq("_id", INSTITUTION.value()))
                            .first()));

            assertThat(kept)
                    .contains(new InstitutionDocument(
                            INSTITUTION.value(),
                            2,
                            new Registration(
                                    INSTITUTION,
                                    "櫻島病院",
                                    Category.MEDICAL_INSTITUTION,
                                    Prefecture.KAGOSHIMA,
                                    ScoreTable.MEDICAL,
                                    ADDRESS,
                                    FOUNDER,
                                    PaymentMethod.DEDUCTION)));
        }
    }

    @Test
    void cannotChangeWhatWasNeverFiled() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InstitutionDocument.on(null, changed("櫻島病院"), 0))
                .withMessage("a history cannot begin with InstitutionChanged");
    }

    @Test
    void cannotBeFiledForTheFirstTimeTwice() {
        InstitutionDocument filed = InstitutionDocument.on(null, registered("桜島病院"), 0);

        assertThatIllegalStateException().isThrownBy(() -> InstitutionDocument.on(filed, registered("桜島病院"), 1));
    }

    private static InstitutionRegistered registered(String name) {
        return new InstitutionRegistered(
                INSTITUTION,
                name,
                Category.MEDICAL_INSTITUTION,
                Prefecture.KAGOSHIMA,
                ScoreTable.MEDICAL,
                ADDRESS,
                FOUNDER);
    }

    private static InstitutionChanged changed(String name) {
        return new InstitutionChanged(
                INSTITUTION,
                name,
                Category.MEDICAL_INSTITUTION,
                Prefecture.KAGOSHIMA,
                ScoreTable.MEDICAL,
                ADDRESS,
                FOUNDER);
    }

    private static PaymentMethodChosen chosen() {
        return new PaymentMethodChosen(INSTITUTION, PaymentMethod.DEDUCTION, LocalDate.of(2021, 3, 1));
    }
}
