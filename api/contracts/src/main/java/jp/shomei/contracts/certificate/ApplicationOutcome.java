package jp.shomei.contracts.certificate;

import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.message.Recorded;

/**
 * What became of an application.
 *
 * @param recorded where the history now stands
 * @param institution the applicant
 * @param status issued if it was approved by rule, else waiting for an officer
 * @param licenceFee what each certificate issued today costs, yen, tax included
 */
public record ApplicationOutcome(
        Recorded recorded, InstitutionCode institution, CertificateStatus status, int licenceFee) {}
