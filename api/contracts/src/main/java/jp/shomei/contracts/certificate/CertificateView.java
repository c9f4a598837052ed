package jp.shomei.contracts.certificate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the status-lookup table (電子証明書申請状況照会). The dates are absent until the certificate is issued.
 *
 * @param requestId リクエストID
 * @param appliedOn 申請日
 * @param contactName 担当部署/担当者名
 * @param terminalName 端末名称等
 * @param status ステータス
 * @param statusLabel its Japanese label
 * @param commonName the certificate's common name
 * @param issuedOn 発行日
 * @param expiresOn 証明書有効期限
 * @param downloadUntil ダウンロード有効期限
 * @param serialNumber hexadecimal; absent until the first download
 * @param operations what may be done now
 */
public record CertificateView(
        String requestId,
        LocalDate appliedOn,
        String contactName,
        String terminalName,
        CertificateStatus status,
        String statusLabel,
        String commonName,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate downloadUntil,
        @Nullable String serialNumber,
        List<Operation> operations) {}
