package jp.shomei.contracts.institution;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The filed registration was replaced by a newer one.
 *
 * @param code the institution
 * @param name its name as filed
 * @param category its category
 * @param prefecture its prefecture; an insurer may have none
 * @param scoreTable its score table; none for health-check bodies and insurers
 * @param address where notices are mailed
 * @param founder founder and telephone number
 */
@Revision("1")
public record InstitutionChanged(
        InstitutionCode code,
        String name,
        Category category,
        @Nullable Prefecture prefecture,
        @Nullable ScoreTable scoreTable,
        PostalAddress address,
        Contact founder)
        implements InstitutionEvent {}
