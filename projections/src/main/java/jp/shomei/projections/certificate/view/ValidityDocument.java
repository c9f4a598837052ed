package jp.shomei.projections.certificate.view;

import java.time.LocalDate;
import java.util.Optional;
import jp.shomei.contracts.certificate.CertificateApplied;
import jp.shomei.contracts.certificate.CertificateEvent;
import jp.shomei.contracts.certificate.CertificateExpired;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.PreviousKeyRetired;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * When something is due for a certificate because time passes.
 *
 * @param requestId リクエストID
 * @param version sequence number of the last event taken in
 * @param expiry the last day of validity; none unless its expiry is still to be recorded
 * @param retirement the last day of the generation before a renewal; none unless that is still to be retired
 * @param carriesKey whether a key was, or may have been, signed for the newest generation
 */
public record ValidityDocument(
        @BsonId String requestId,
        long version,
        @Nullable LocalDate expiry,
        @Nullable LocalDate retirement,
        boolean carriesKey)
        implements VersionedDocument {

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the certificate's history
     * @throws IllegalStateException if such an event cannot follow
     */
    public static ValidityDocument on(@Nullable ValidityDocument before, CertificateEvent event, long sequence) {
        if (before == null && !(event instanceof CertificateApplied)) {
            throw new IllegalStateException(
                    "a history cannot begin with " + event.getClass().getSimpleName());
        }
        ValidityDocument known =
                before == null ? new ValidityDocument(event.requestId(), sequence, null, null, false) : before;
        return switch (event) {
            case CertificateIssued issued -> known.with(sequence, issued.expiresOn(), null, false);
            case CertificateSigningPrepared prepared -> known.with(sequence, known.expiry, known.retirement, true);
            case CertificateRenewed renewed ->
                known.with(sequence, renewed.expiresOn(), known.lastDayToRetire(renewed.previousValidUntil()), false);
            case PreviousKeyRetired retired -> known.with(sequence, known.expiry, null, known.carriesKey);
            case CertificateExpired expired -> known.with(sequence, null, null, known.carriesKey);
            case CertificateRevoked revoked -> known.with(sequence, null, null, known.carriesKey);
            default -> known.with(sequence, known.expiry, known.retirement, known.carriesKey);
        };
    }

    /** The day after its last day, on which this work is due; empty if it is not to be done. */
    public Optional<LocalDate> dueOn(DueWork work) {
        LocalDate lastDay =
                switch (work) {
                    case EXPIRY -> expiry;
                    case RETIREMENT -> retirement;
                };
        return Optional.ofNullable(lastDay).map(day -> day.plusDays(1));
    }

    @Override
    public String id() {
        return requestId;
    }

    /** A generation that lapses by itself, or for which no key was signed, has nothing to be retired. */
    private @Nullable LocalDate lastDayToRetire(LocalDate validUntil) {
        return carriesKey && expiry != null && validUntil.isBefore(expiry) ? validUntil : null;
    }

    private ValidityDocument with(
            long sequence, @Nullable LocalDate newExpiry, @Nullable LocalDate newRetirement, boolean newCarriesKey) {
        return new ValidityDocument(requestId, sequence, newExpiry, newRetirement, newCarriesKey);
    }
}
