package jp.shomei.contracts.certificate;

import java.util.Locale;

/**
 * Reference IDs (リファレンスID) as people type them: capital or small letters, with or without hyphens and spaces, mean
 * the same.
 */
public final class ReferenceId {

    private ReferenceId() {}

    /** The one form in which reference IDs are compared. */
    public static String normalise(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
