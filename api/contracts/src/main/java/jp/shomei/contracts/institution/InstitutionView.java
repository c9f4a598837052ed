package jp.shomei.contracts.institution;

import org.jspecify.annotations.Nullable;

/**
 * What an institution has on file, with the names under which it was filed.
 *
 * @param code ten digits, or an insurer's eight
 * @param name its name as filed
 * @param category its category
 * @param prefecture its prefecture; an insurer may have none
 * @param scoreTable its score table; none for health-check bodies and insurers
 * @param postalCode seven digits
 * @param address where notices are mailed
 * @param founder 開設者
 * @param phone half-width digits
 * @param paymentMethod how it pays; absent until an application for use was filed
 * @param checkDigitValid whether the code's check digit is right
 */
public record InstitutionView(
        String code,
        String name,
        Category category,
        @Nullable Prefecture prefecture,
        @Nullable ScoreTable scoreTable,
        String postalCode,
        String address,
        String founder,
        String phone,
        @Nullable PaymentMethod paymentMethod,
        boolean checkDigitValid) {

    /** A registration as it is shown. */
    public static InstitutionView of(Registration filed) {
        return new InstitutionView(
                filed.code().value(),
                filed.name(),
                filed.category(),
                filed.prefecture(),
                filed.scoreTable(),
                filed.address().postalCode(),
                filed.address().address(),
                filed.founder().name(),
                filed.founder().phone(),
                filed.paymentMethod(),
                filed.code().hasValidCheckDigit());
    }
}
