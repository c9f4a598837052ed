package jp.shomei.contracts.certificate;

import jp.shomei.contracts.institution.InstitutionCode;

/**
 * Asks which applications of an institution for the same terminal name are still open: waiting, or issued and never
 * downloaded. Answers their request IDs, several strings.
 *
 * @param institution the institution
 * @param terminalName 端末名称等
 * @param except one that does not count
 */
public record ListOpenDuplicates(InstitutionCode institution, String terminalName, String except) {}
