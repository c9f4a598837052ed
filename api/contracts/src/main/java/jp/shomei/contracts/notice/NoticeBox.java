package jp.shomei.contracts.notice;

import java.time.LocalDate;
import jp.shomei.contracts.institution.InstitutionCode;

/**
 * The box of one certificate on a notice (電子証明書取得に関する情報). The reference ID is derived when it is printed.
 *
 * @param requestId リクエストID
 * @param holder 発行先, the common name
 * @param terminalName 端末名称等
 * @param validFrom first day of validity
 * @param validUntil last day of validity
 * @param downloadUntil ダウンロードサイト有効期限
 * @param edition which reference ID it holds: 1 for the first notice, one more for each that replaces a lost one
 */
public record NoticeBox(
        String requestId,
        InstitutionCode holder,
        String terminalName,
        LocalDate validFrom,
        LocalDate validUntil,
        LocalDate downloadUntil,
        int edition) {}
