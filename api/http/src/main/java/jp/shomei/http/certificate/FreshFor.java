package jp.shomei.http.certificate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/**
 * How long others may keep what says itself when it is superseded (RFC 5019 section 6.2). They are to ask again sooner than
 * that: a revocation may come in between.
 *
 * @param clock the clock the times were taken from
 * @param most the longest to keep anything
 */
record FreshFor(Clock clock, Duration most) {
    /** An answer with all headers that caches need. */
    ResponseEntity<byte[]> answer(byte[] body, String tag, Instant thisUpdate, Instant nextUpdate) {
        Duration left = Duration.between(clock.instant(), nextUpdate);
        Duration kept = left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
        return ResponseEntity.ok()
                .cacheControl(
                        CacheControl.maxAge(kept).cachePublic().noTransform().mustRevalidate())
                .headers(headers -> headers.setExpires(nextUpdate.toEpochMilli()))
                .lastModified(thisUpdate)
                .eTag(tag)
                .body(body);
    }
}
