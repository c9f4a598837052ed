package jp.shomei.command.fee;

import static org.assertj.core.api.Assertions.assertThat;

import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PaymentMethodPolicyTest {

    private final PaymentMethodPolicy policy = new PaymentMethodPolicy();

    @ParameterizedTest
    @EnumSource(names = {"INSURER", "HEALTH_CHECK_BODY", "WORKPLACE_CLINIC"})
    void whoHasNoFeesToDeductFromPaysBySlipWhateverItChose(Category category) {
        assertThat(policy.methodOf(category, PaymentMethod.DEDUCTION)).isEqualTo(PaymentMethod.PAYMENT_SLIP);
        assertThat(policy.methodOf(category, PaymentMethod.PAYMENT_SLIP)).isEqualTo(PaymentMethod.PAYMENT_SLIP);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"INSURER", "HEALTH_CHECK_BODY", "WORKPLACE_CLINIC"})
    void everybodyElsePaysAsChosen(Category category) {
        assertThat(policy.methodOf(category, PaymentMethod.DEDUCTION)).isEqualTo(PaymentMethod.DEDUCTION);
        assertThat(policy.methodOf(category, PaymentMethod.PAYMENT_SLIP)).isEqualTo(PaymentMethod.PAYMENT_SLIP);
    }

    @ParameterizedTest
    @EnumSource
    void whoChoseNothingPaysBySlip(Category category) {
        assertThat(policy.methodOf(category, null)).isEqualTo(PaymentMethod.PAYMENT_SLIP);
    }
}
