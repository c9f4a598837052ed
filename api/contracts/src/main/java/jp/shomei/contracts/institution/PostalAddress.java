package jp.shomei.contracts.institution;

/**
 * The address on file, where notices are mailed; it cannot be chosen by the applicant.
 *
 * @param postalCode seven digits
 * @param address the address in one line
 * @param institutionName the name on file
 */
public record PostalAddress(String postalCode, String address, String institutionName) {}
