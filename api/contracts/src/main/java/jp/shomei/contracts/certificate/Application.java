package jp.shomei.contracts.certificate;

import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Prefecture;
import jp.shomei.contracts.institution.ScoreTable;
import org.jspecify.annotations.Nullable;

/**
 * An application whose every field is well formed.
 *
 * @param institution the applicant, and the common name of its certificate
 * @param category 分類
 * @param prefecture 都道府県; an insurer may have none
 * @param scoreTable 点数表; none for health-check bodies and insurers
 * @param institutionName the name as typed
 * @param contact 担当部署/担当者, addressee of the notice
 * @param terminalName 端末名称等, kept just as typed
 */
public record Application(
        InstitutionCode institution,
        Category category,
        @Nullable Prefecture prefecture,
        @Nullable ScoreTable scoreTable,
        String institutionName,
        Contact contact,
        String terminalName) {}
