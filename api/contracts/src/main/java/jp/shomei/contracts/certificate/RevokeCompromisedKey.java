package jp.shomei.contracts.certificate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Revokes a certificate because a key it carries was compromised elsewhere. Answers a
 * {@link jp.shomei.contracts.message.Recorded}; does nothing if no valid generation carries the key.
 *
 * @param requestId the certificate
 * @param publicKeySha256 digest of the key's SubjectPublicKeyInfo, hexadecimal
 */
public record RevokeCompromisedKey(
        @TargetAggregateIdentifier String requestId, String publicKeySha256) {}
