package jp.shomei.contracts.certificate;

import org.jspecify.annotations.Nullable;

/**
 * How far the signing of the current generation has come.
 *
 * @param prepared the recorded intent, if there is one
 * @param certificate the signed certificate in DER, base64, if it is on record
 */
public record SigningState(
        @Nullable PreparedSigning prepared, @Nullable String certificate) {}
