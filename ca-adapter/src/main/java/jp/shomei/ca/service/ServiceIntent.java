package jp.shomei.ca.service;

import jp.shomei.ca.status.Registration;

/**
 * A service's certificate that is registered and may be signed.
 *
 * @param order who wants it
 * @param toBeSigned the TBSCertificate in DER
 * @param registration what the register knows of it
 */
public record ServiceIntent(ServiceOrder order, byte[] toBeSigned, Registration registration) {

    @Override
    public String toString() {
        return "ServiceIntent[" + registration.serialNumber() + "]";
    }
}
