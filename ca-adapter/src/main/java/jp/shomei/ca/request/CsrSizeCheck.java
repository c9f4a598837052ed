package jp.shomei.ca.request;

/** A request is a few kilobytes; more than 16 is not read at all. */
final class CsrSizeCheck {

    static final int LIMIT = 16 * 1024;

    private CsrSizeCheck() {}

    static boolean passes(String pem) {
        return pem.length() <= LIMIT;
    }
}
