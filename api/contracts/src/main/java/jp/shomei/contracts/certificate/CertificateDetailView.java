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
 * @param state where it stands in detail
 * @param stateLabel its Japanese label
 * @param generation 1 until the first renewal
 * @param institution ten-digit code or insurer number
 * @param institutionName the name as applied
 * @param category 分類
 * @param contact 担当部署/担当者 with telephone and mail address
 * @param findings what screening found
 * @param rejectionReason why it was rejected
 * @param review to be sent back with a decision on a waiting application; absent otherwise
 * @param licenceFee yen, tax included; absent until issued; of a renewed certificate the renewal fee
 * @param renewableFrom the first day on which it can be renewed; absent unless it is issued
 * @param keyOrigin who made the key; absent until the first download
 * @param downloads how often it was handed out
 * @param lastDownloadedOn when last
 * @param revocation how it was revoked; absent unless it was
 * @param notice the mailed notice, once it is prepared
 */
public record CertificateDetailView(
        @JsonUnwrapped CertificateView row,
        CertificateState state,
        String stateLabel,
        int generation,
        String institution,
        String institutionName,
        String category,
        Contact contact,
        List<Finding> findings,
        @Nullable String rejectionReason,
        @Nullable String review,
        @Nullable Integer licenceFee,
        @Nullable LocalDate renewableFrom,
        @Nullable KeyOrigin keyOrigin,
        int downloads,
        @Nullable LocalDate lastDownloadedOn,
        @Nullable RevocationView revocation,
        @Nullable TrackingView notice) {}
