package jp.shomei.query.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.FindInstitution;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.contracts.institution.PaymentMethod;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import jp.shomei.contracts.message.Recorded;
import jp.shomei.query.QueryTest;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;

class InstitutionQueryHandlerTest extends QueryTest {

    private static final InstitutionCode CLINIC = InstitutionCode.of("0110100013");
    private static final FindInstitution QUERY = new FindInstitution(CLINIC.value());

    @Test
    void answersNothingForAnInstitutionThatFiledNothing() {
        assertThat(find(QUERY, InstitutionView.class)).isEmpty();
    }

    @Test
    void answersWhatIsOnFileWithTheNewestPaymentMethod() {
        events.append(registered());
        events.append(chosen(PaymentMethod.DEDUCTION), chosen(PaymentMethod.PAYMENT_SLIP));

        assertThat(find(QUERY, InstitutionView.class))
                .contains(new InstitutionView(
                        "0110100013",
                        "証明クリニック",
                        Category.MEDICAL_INSTITUTION,
                        Prefecture.HOKKAIDO,
                        ScoreTable.MEDICAL,
                        "0600001",
                        "北海道札幌市中央区北一条西1-1",
                        "証明　太郎",
                        "0112345678",
                        PaymentMethod.PAYMENT_SLIP,
                        true));
    }

    @Test
    void showsWhoeverFiledWhatHeFiled() {
        Recorded recorded = events.append(registered());

        Optional<InstitutionView> found =
                fixture.query(QUERY, ResponseTypes.optionalInstanceOf(InstitutionView.class), recorded);
        assertThat(found).isPresent();
    }

    private static InstitutionRegistered registered() {
        return new InstitutionRegistered(
                CLINIC,
                "証明クリニック",
                Category.MEDICAL_INSTITUTION,
                Prefecture.HOKKAIDO,
                ScoreTable.MEDICAL,
                new PostalAddress("0600001", "北海道札幌市中央区北一条西1-1", "証明クリニック"),
                new Contact("証明　太郎", "0112345678", null));
    }

    private static PaymentMethodChosen chosen(PaymentMethod method) {
        return new PaymentMethodChosen(CLINIC, method, LocalDate.of(2021, 3, 10));
    }
}
