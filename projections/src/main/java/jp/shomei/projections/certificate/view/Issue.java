package jp.shomei.projections.certificate.view;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.DownloadPeriodExtended;

/**
 * What the approval fixed, or the newest renewal.
 *
 * @param generation 1 until the first renewal
 * @param issuedOn 発行日
 * @param expiresOn 証明書有効期限
 * @param downloadUntil ダウンロード有効期限
 * @param licenceFee 発行料 or 更新料 in yen, tax included
 */
public record Issue(int generation, LocalDate issuedOn, LocalDate expiresOn, LocalDate downloadUntil, int licenceFee) {

    static Issue of(CertificateIssued issued) {
        return new Issue(1, issued.issuedOn(), issued.expiresOn(), issued.downloadUntil(), issued.licenceFee());
    }

    static Issue of(CertificateRenewed renewed) {
        return new Issue(
                renewed.generation(),
                renewed.renewedOn(),
                renewed.expiresOn(),
                renewed.downloadUntil(),
                renewed.renewalFee());
    }

    Issue after(DownloadPeriodExtended extended) {
        return new Issue(generation, issuedOn, expiresOn, extended.downloadUntil(), licenceFee);
    }
}
