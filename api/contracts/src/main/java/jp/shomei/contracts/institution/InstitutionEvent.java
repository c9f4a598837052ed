package jp.shomei.contracts.institution;

/** The events of an institution's registration. */
public sealed interface InstitutionEvent permits InstitutionRegistered, InstitutionChanged, PaymentMethodChosen {

    /** The institution. */
    InstitutionCode code();
}
