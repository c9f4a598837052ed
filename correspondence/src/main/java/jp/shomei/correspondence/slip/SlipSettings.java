package jp.shomei.correspondence.slip;

import org.jspecify.annotations.Nullable;

/**
 * What slips say that no bill tells.
 *
 * @param registrationNumber of the issuer; absent if it is not registered
 */
public record SlipSettings(@Nullable RegistrationNumber registrationNumber) {}
