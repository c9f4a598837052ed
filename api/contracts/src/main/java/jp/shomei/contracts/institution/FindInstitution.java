package jp.shomei.contracts.institution;

/**
 * Asks what an institution has on file; answered with an optional {@link InstitutionView}.
 *
 * @param code ten digits, or an insurer's eight
 */
public record FindInstitution(String code) {}
