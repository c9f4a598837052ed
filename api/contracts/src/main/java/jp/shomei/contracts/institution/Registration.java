package jp.shomei.contracts.institution;

import org.jspecify.annotations.Nullable;

/**
 * What an institution has filed (保険医療機関届 and the like). Two registrations are equal when nothing was changed.
 *
 * @param code the institution
 * @param name its name as filed
 * @param category its category
 * @param prefecture its prefecture; an insurer may have none
 * @param scoreTable its score table; none for health-check bodies and insurers
 * @param address where notices are mailed
 * @param founder founder and telephone number
 * @param paymentMethod how it pays; none until an application for use was filed
 */
public record Registration(
        InstitutionCode code,
        String name,
        Category category,
        @Nullable Prefecture prefecture,
        @Nullable ScoreTable scoreTable,
        PostalAddress address,
        Contact founder,
        @Nullable PaymentMethod paymentMethod) {}
