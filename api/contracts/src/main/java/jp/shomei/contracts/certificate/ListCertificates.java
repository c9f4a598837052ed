package jp.shomei.contracts.certificate;

import jp.shomei.contracts.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an institution's certificates, newest first; answered with a {@link CertificatePage}.
 *
 * @param institution the institution
 * @param cursor where the page before ended; none for the first page
 * @param limit at most so many, 1 to 200
 */
public record ListCertificates(
        InstitutionCode institution, @Nullable String cursor, int limit) {}
