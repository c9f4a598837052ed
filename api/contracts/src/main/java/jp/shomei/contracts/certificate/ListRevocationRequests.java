package jp.shomei.contracts.certificate;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the requests to revoke that wait for an officer (失効承認待ち), oldest first. Answers a
 * {@link RevocationRequestPage}; refused with {@code INVALID_FIELDS} for a limit out of range, {@code INVALID_REQUEST}
 * for a cursor that is none of ours.
 *
 * @param cursor nextCursor of the page before; none for the first
 * @param limit 1 to 200
 */
public record ListRevocationRequests(@Nullable String cursor, int limit) {}
