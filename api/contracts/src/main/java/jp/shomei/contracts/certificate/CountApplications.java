package jp.shomei.contracts.certificate;

import jp.shomei.contracts.institution.InstitutionCode;

/**
 * Asks how many applications an institution has, waiting and issued ones together; answered with an {@code Integer}.
 *
 * @param institution the institution
 * @param except a request ID not to count
 */
public record CountApplications(InstitutionCode institution, String except) {}
