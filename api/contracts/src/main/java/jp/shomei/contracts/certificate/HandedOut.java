package jp.shomei.contracts.certificate;

import jp.shomei.contracts.message.Recorded;

/**
 * A certificate as it leaves, and the record that it does.
 *
 * @param recorded up to where the certificate's history reaches, the record of the hand-out included
 * @param file PKCS#12, or certificate and chain in PEM, as the command says
 */
public record HandedOut(Recorded recorded, byte[] file) {

    /** Without the file, which may hold a private key. */
    @Override
    public String toString() {
        return "HandedOut[" + recorded.token() + "]";
    }
}
