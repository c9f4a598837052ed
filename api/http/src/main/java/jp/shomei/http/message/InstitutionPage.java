package jp.shomei.http.message;

import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A page of what an institution has.
 *
 * @param institution the institution
 * @param cursor where the page before ended; absent for the first
 * @param limit how many at most
 */
public record InstitutionPage(
        InstitutionCode institution, @Nullable String cursor, int limit) {

    /**
     * Reads what was typed.
     *
     * @param code in the path
     * @throws Refused with {@code INSTITUTION_NOT_FOUND} if no institution can have the code, and {@code INVALID_FIELDS}
     */
    public static InstitutionPage of(String code, @Nullable String cursor, @Nullable String limit) {
        if (!InstitutionCode.isWellFormed(code)) {
            throw Refused.because(ErrorCode.INSTITUTION_NOT_FOUND);
        }
        Parameters typed = new Parameters();
        String from = typed.cursor(cursor);
        int most = typed.limit(limit);
        typed.check();
        return new InstitutionPage(InstitutionCode.of(code), from, most);
    }
}
