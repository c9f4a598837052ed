package jp.shomei.command.institution;

import java.util.Optional;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.Registration;

/** Looks up what an institution has on file now. */
public interface FiledRegistrations {

    /** The registration, or nothing if none was filed. */
    Optional<Registration> find(InstitutionCode code);
}
