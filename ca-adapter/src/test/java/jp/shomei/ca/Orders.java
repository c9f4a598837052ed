package jp.shomei.ca;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.DownloadOrder;
import jp.shomei.contracts.certificate.SigningState;
import jp.shomei.contracts.institution.InstitutionCode;

/** Orders as the certificate hands them out. */
public final class Orders {

    public static final String REQUEST_ID = "202103100000001";
    public static final InstitutionCode HOLDER = InstitutionCode.of("0110214822");
    public static final LocalDate ISSUED = TestAuthority.DAY;
    public static final LocalDate EXPIRES = LocalDate.of(2024, 6, 10);
    public static final LocalDate DOWNLOAD_UNTIL = LocalDate.of(2021, 9, 6);

    private Orders() {}

    /** Nothing signed yet. */
    public static DownloadOrder fresh() {
        return with(new SigningState(null, null));
    }

    /** Nothing signed yet of what was issued that day. */
    public static DownloadOrder issuedOn(LocalDate day) {
        return new DownloadOrder(
                REQUEST_ID,
                1,
                1,
                true,
                HOLDER,
                day,
                day.plusMonths(39),
                day.plusDays(180),
                new SigningState(null, null));
    }

    /** Signed so far. */
    public static DownloadOrder with(SigningState signing) {
        return new DownloadOrder(REQUEST_ID, 1, 1, true, HOLDER, ISSUED, EXPIRES, DOWNLOAD_UNTIL, signing);
    }
}
