package jp.shomei.contracts.notice;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The notice was posted by registered mail (簡易書留).
 *
 * @param noticeId the notice
 * @param trackingNumber 11 digits; Japan Post uses numbers again, so it is no key
 * @param trackingNumberValid whether it can be a simple registered item's: begins with 3 or 4, check digit (first ten
 *     digits modulo 7) right
 * @param dispatchedOn the day in Japan
 */
@Revision("1")
public record NoticeDispatched(
        String noticeId, String trackingNumber, boolean trackingNumberValid, LocalDate dispatchedOn)
        implements NoticeEvent {}
