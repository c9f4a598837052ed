package jp.shomei.contracts.certificate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.notice.TrackingView;
import org.jspecify.annotations.Nullable;

/**
 * One certificate with everything that is known of it.
 *
 * @param row its row in the status-lookup table
 * @param institution ten-digit code or insurer number
 * @param institutionName the name as applied
 * @param category 分類
 * @param contact 担当部署/担当者 with telephone and mail address
 * @param findings what screening found
 * @param rejectionReason why it was rejected
 * @param licenceFee yen, tax included; absent until issued
 * @param keyOrigin who made the key; absent until the first download
 * @param downloads how often it was handed out
 * @param lastDownloadedOn when last
 * @param notice the mailed notice, once it is prepared
 */
public record CertificateDetailView(
        @JsonUnwrapped CertificateView row,
        String institution,
        String institutionName,
        String category,
        Contact contact,
        List<Finding> findings,
        @Nullable String rejectionReason,
        @Nullable Integer licenceFee,
        @Nullable KeyOrigin keyOrigin,
        int downloads,
        @Nullable LocalDate lastDownloadedOn,
        @Nullable TrackingView notice) {}
