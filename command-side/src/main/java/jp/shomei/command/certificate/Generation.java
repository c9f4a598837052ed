package jp.shomei.command.certificate;

import java.time.LocalDate;
import jp.shomei.contracts.certificate.CertificateSigningPrepared;
import jp.shomei.contracts.certificate.PreparedSigning;
import jp.shomei.contracts.certificate.RevokedKey;
import jp.shomei.contracts.certificate.SigningState;
import org.jspecify.annotations.Nullable;

/**
 * One generation of a certificate: its days, its key, and how far it has come. The first begins with the issue, each
 * other with a renewal.
 */
final class Generation {

    private final @Nullable Generation before;
    private final int number;
    private final LocalDate validFrom;
    private final LocalDate expiresOn;
    private LocalDate acceptedUntil;
    private LocalDate downloadUntil;
    private @Nullable CertificateSigningPrepared intent;
    private @Nullable String certificate;
    private boolean byNotice;
    private boolean downloaded;
    private boolean keyDestroyed;
    private boolean retired;

    Generation(@Nullable Generation before, LocalDate validFrom, LocalDate expiresOn, LocalDate downloadUntil) {
        this.before = before;
        this.number = before == null ? 1 : before.number + 1;
        this.validFrom = validFrom;
        this.expiresOn = expiresOn;
        this.acceptedUntil = expiresOn;
        this.downloadUntil = downloadUntil;
        this.byNotice = before == null;
    }

    @Nullable Generation before() {
        return before;
    }

    int number() {
        return number;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate expiresOn() {
        return expiresOn;
    }

    LocalDate downloadUntil() {
        return downloadUntil;
    }

    /** Whether a notice was mailed for it: with the issue, or anew. No notice goes out with a renewal. */
    boolean isByNotice() {
        return byNotice;
    }

    boolean isDownloaded() {
        return downloaded;
    }

    boolean isKeyDestroyed() {
        return keyDestroyed;
    }

    boolean isPrepared() {
        return intent != null;
    }

    boolean isSigned() {
        return certificate != null;
    }

    SigningState signing() {
        if (intent == null) {
            return new SigningState(null, null);
        }
        PreparedSigning prepared = new PreparedSigning(
                number, intent.serialNumber(), intent.keyOrigin(), intent.publicKeySha256(), intent.toBeSigned());
        return new SigningState(prepared, certificate);
    }

    /** Whether its certificate, signed or still to be signed, has this serial number. */
    boolean hasSerial(String serialNumber) {
        return intent != null && intent.serialNumber().equalsIgnoreCase(serialNumber);
    }

    /** Whether these bytes are the ones that may be signed. */
    boolean mayBeSigned(String toBeSignedSha256) {
        return intent != null && intent.toBeSignedSha256().equals(toBeSignedSha256);
    }

    /** Whether its last day is over. */
    boolean isOverOn(LocalDate today) {
        return today.isAfter(expiresOn);
    }

    /** Whether a terminal may still come with it: neither lapsed nor retired. */
    boolean isAcceptedOn(LocalDate today) {
        return !retired && !isOverOn(today);
    }

    /** Whether a holder may still have it when it ought not to work any more: then it must go on a revocation list. */
    boolean isRevocableOn(LocalDate today) {
        return intent != null && !retired && !isOverOn(today);
    }

    /** Whether it may not be used beside its renewal any longer, and has not lapsed by itself. */
    boolean isToBeRetiredOn(LocalDate today) {
        return isRevocableOn(today) && today.isAfter(acceptedUntil);
    }

    /** Its entry for the revocation lists, if there is an intent to sign it. */
    RevokedKey revokedKey() {
        if (intent == null) {
            throw new IllegalStateException("generation " + number + " has no key");
        }
        return new RevokedKey(number, intent.serialNumber(), intent.publicKeySha256());
    }

    void prepared(CertificateSigningPrepared event) {
        intent = event;
    }

    void signed(String der) {
        certificate = der;
    }

    void byNotice() {
        byNotice = true;
    }

    void downloaded() {
        downloaded = true;
    }

    void keyDestroyed() {
        keyDestroyed = true;
    }

    void openUntil(LocalDate last) {
        downloadUntil = last;
    }

    void acceptedUntil(LocalDate last) {
        acceptedUntil = last;
    }

    void retired() {
        retired = true;
    }
}
