package jp.shomei.ca.signing;

/** Knows which certificate each key was used for: one key, one certificate. */
@FunctionalInterface
public interface KeyClaims {

    /**
     * Claims a key for one certificate, durably. The same claim may be made again.
     *
     * @param publicKeySha256 digest of the SubjectPublicKeyInfo in its canonical form, hexadecimal
     * @param requestId whose certificate
     * @param generation which one: each renewal is a new one
     * @return whether the key is claimed for this certificate now; not if it is for another
     */
    boolean claim(String publicKeySha256, String requestId, int generation);
}
