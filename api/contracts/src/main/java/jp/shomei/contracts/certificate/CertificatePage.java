package jp.shomei.contracts.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the status-lookup table.
 *
 * @param items newest first
 * @param nextCursor for the next page; absent on the last
 */
public record CertificatePage(
        List<CertificateView> items, @Nullable String nextCursor) {}
