package jp.shomei.contracts.fee;

import jp.shomei.contracts.institution.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the bills of an institution, newest month first. Answers a {@link BillPage}.
 *
 * @param institution the institution
 * @param cursor from the page before; absent for the first
 * @param limit how many at most, 1 to 200
 */
public record ListInstitutionBills(
        InstitutionCode institution, @Nullable String cursor, int limit) {}
