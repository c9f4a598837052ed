package jp.shomei.projections.certificate.view;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.CertificateDownloaded;
import org.jspecify.annotations.Nullable;

/**
 * How often a certificate was handed out.
 *
 * @param number how often, in all its generations
 * @param newest whether the newest generation was among them
 * @param lastOn when last
 */
public record Downloads(
        int number, boolean newest, @Nullable LocalDate lastOn) {

    static final Downloads NONE = new Downloads(0, false, null);

    Downloads after(CertificateDownloaded downloaded) {
        return new Downloads(number + 1, true, downloaded.downloadedOn());
    }

    /** A newer generation was never handed out yet. */
    Downloads renew() {
        return new Downloads(number, false, lastOn);
    }
}
