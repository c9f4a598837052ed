package jp.shomei.projections.institution.view;

import jp.shomei.contracts.institution.InstitutionChanged;
import jp.shomei.contracts.institution.InstitutionEvent;
import jp.shomei.contracts.institution.InstitutionRegistered;
import jp.shomei.contracts.institution.PaymentMethodChosen;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.projections.readmodel.view.VersionedDocument;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What one institution has filed: the sum of its events.
 *
 * @param code ten-digit code or insurer number
 * @param version sequence number of the last event taken in
 * @param registration the registration that holds now
 */
public record InstitutionDocument(@BsonId String code, long version, Registration registration)
        implements VersionedDocument {

    /**
     * The document after one more event.
     *
     * @param before the document so far; none before the first event
     * @param event the event
     * @param sequence its number in the institution's history
     * @throws IllegalStateException if such an event cannot follow
     */
    public static InstitutionDocument on(@Nullable InstitutionDocument before, InstitutionEvent event, long sequence) {
        Registration registration =
                switch (event) {
                    case InstitutionRegistered registered -> registered(before, registered);
                    case InstitutionChanged changed -> changed(filed(before, event), changed);
                    case PaymentMethodChosen chosen -> chosen(filed(before, event), chosen);
                };
        return new InstitutionDocument(event.code().value(), sequence, registration);
    }

    @Override
    public String id() {
        return code;
    }

    private static Registration filed(@Nullable InstitutionDocument before, InstitutionEvent event) {
        if (before == null) {
            throw new IllegalStateException(
                    "a history cannot begin with " + event.getClass().getSimpleName());
        }
        return before.registration();
    }

    private static Registration registered(@Nullable InstitutionDocument before, InstitutionRegistered event) {
        if (before != null) {
            throw new IllegalStateException("InstitutionRegistered cannot happen twice");
        }
        return new Registration(
                event.code(),
                event.name(),
                event.category(),
                event.prefecture(),
                event.scoreTable(),
                event.address(),
                event.founder(),
                null);
    }

    private static Registration changed(Registration before, InstitutionChanged event) {
        return new Registration(
                event.code(),
                event.name(),
                event.category(),
                event.prefecture(),
                event.scoreTable(),
                event.address(),
                event.founder(),
                before.paymentMethod());
    }

    private static Registration chosen(Registration before, PaymentMethodChosen event) {
        return new Registration(
                before.code(),
                before.name(),
                before.category(),
                before.prefecture(),
                before.scoreTable(),
                before.address(),
                before.founder(),
                event.method());
    }
}
