package jp.shomei.ca.status;

/** Hears of what the register has taken in, once that is committed. Does nothing that takes time. */
public interface StatusListener {

    /** A certificate was registered as signed. */
    void signed(String serialNumber);

    /** A serial number was registered as revoked; it may be told again. */
    void revoked(String serialNumber);
}
