package jp.shomei.contracts.institution;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The institution chose how to pay; the newest choice counts.
 *
 * @param code the institution
 * @param method the method
 * @param chosenOn the day in Japan
 */
@Revision("1")
public record PaymentMethodChosen(InstitutionCode code, PaymentMethod method, LocalDate chosenOn)
        implements InstitutionEvent {}
