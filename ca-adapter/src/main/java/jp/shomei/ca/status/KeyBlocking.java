package jp.shomei.ca.status;

import java.time.Instant;

/** Keeps a key from getting a certificate ever again. */
@FunctionalInterface
public interface KeyBlocking {

    /**
     * Blocks a key; does nothing the second time.
     *
     * @param publicKeySha256 digest of the SubjectPublicKeyInfo, hexadecimal, lower case
     * @param reason for the operator
     * @param at since when
     */
    void block(String publicKeySha256, String reason, Instant at);
}
