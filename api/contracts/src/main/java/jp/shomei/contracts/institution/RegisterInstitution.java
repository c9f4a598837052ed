package jp.shomei.contracts.institution;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Files or changes a registration. Answers a {@link RegistrationOutcome}; refused with {@code INVALID_FIELDS}.
 *
 * @param code ten digits, or an insurer's eight
 * @param form the registration as typed
 */
public record RegisterInstitution(@TargetAggregateIdentifier String code, RegistrationForm form) {}
