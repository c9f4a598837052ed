package jp.shomei.contracts.notice;

import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.institution.InstitutionCode;
import org.axonframework.serialization.Revision;

/**
 * The notice was mailed for the first time, which costs postage (郵送手数料); posting it once more costs nothing.
 *
 * @param noticeId the notice
 * @param institution who pays
 * @param requestIds the certificates in it
 * @param postage by the price table of that day, yen, tax included
 * @param mailedOn the day of posting, in Japan
 */
@Revision("1")
public record PostageIncurred(
        String noticeId, InstitutionCode institution, List<String> requestIds, int postage, LocalDate mailedOn)
        implements NoticeEvent {

    public PostageIncurred {
        requestIds = List.copyOf(requestIds);
    }
}
