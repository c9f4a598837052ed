package jp.shomei.contracts.certificate;

import java.time.Instant;

/**
 * A certificate revocation list.
 *
 * @param number its CRL number
 * @param thisUpdate from when
 * @param nextUpdate by when the next one comes
 * @param list DER, base64
 */
public record RevocationListView(String number, Instant thisUpdate, Instant nextUpdate, String list) {}
