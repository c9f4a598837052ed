package jp.shomei.command.fee;

import java.util.EnumSet;
import java.util.Set;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * An institution pays as it has chosen last; insurers (保険者), health-check bodies (特健機関) and workplace clinics (職域診療所)
 * pay by slip, whatever they have chosen, and so does who has chosen nothing: they are paid nothing to deduct from, or it
 * is not known whether they agree.
 */
public final class PaymentMethodPolicy {

    private static final Set<Category> BY_SLIP_ONLY =
            EnumSet.of(Category.INSURER, Category.HEALTH_CHECK_BODY, Category.WORKPLACE_CLINIC);

    /**
     * The method that counts.
     *
     * @param category the institution's category
     * @param chosen what it has chosen last; absent if nothing
     */
    PaymentMethod methodOf(Category category, @Nullable PaymentMethod chosen) {
        return chosen == null || BY_SLIP_ONLY.contains(category) ? PaymentMethod.PAYMENT_SLIP : chosen;
    }
}
