package jp.shomei.ca.crl;

import java.time.Instant;

/**
 * A list that was published.
 *
 * @param number its CRL number
 * @param thisUpdate from when
 * @param nextUpdate by when the next one comes
 * @param revision how often something had been revoked, at least, when its entries were read
 */
record PublishedList(long number, Instant thisUpdate, Instant nextUpdate, long revision) {}
