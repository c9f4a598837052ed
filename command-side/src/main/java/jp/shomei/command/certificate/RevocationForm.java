package jp.shomei.command.certificate;

import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.FieldReader;
import jp.shomei.contracts.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * A request to revoke, every field of it well formed.
 *
 * @param reason one the requester may give
 * @param requester who asks
 * @param askedBy for whom an officer acts; none otherwise
 * @param identifiedBy how the officer made sure who that is; none otherwise
 */
record RevocationForm(
        RevocationReason reason,
        RevocationRequester requester,
        @Nullable Contact askedBy,
        @Nullable String identifiedBy) {

    private static final int CONTACT_LIMIT = 60;
    private static final int IDENTIFICATION_LIMIT = 400;

    /**
     * Reads a request. Only an officer acts for others, and then tells all of who, at which telephone number, and how
     * that person was identified.
     *
     * @throws Refused naming every bad field
     */
    static RevocationForm read(RequestRevocation command) {
        FieldReader fields = new FieldReader();
        RevocationRequester requester = command.requester();
        Optional<RevocationReason> reason = fields.choice(
                "reason",
                command.reason(),
                name -> RevocationReason.find(name, requester),
                RevocationReason.namesFor(requester));
        @Nullable Contact askedBy = null;
        @Nullable String identifiedBy = null;
        if (requester == RevocationRequester.OFFICER && namesSomebody(command)) {
            askedBy = new Contact(
                    fields.text("askedBy", command.askedBy(), CONTACT_LIMIT),
                    fields.phone("askedByPhone", command.askedByPhone()),
                    null);
            identifiedBy = fields.text("identifiedBy", command.identifiedBy(), IDENTIFICATION_LIMIT);
        }
        Refused.ifAny(fields.errors());
        return new RevocationForm(reason.orElseThrow(), requester, askedBy, identifiedBy);
    }

    /** Whether it holds without an officer's approval, whatever the category. */
    boolean isAuthenticated() {
        return requester != RevocationRequester.OFFICER;
    }

    /** Whether an officer asks for the authority itself. */
    boolean isForAuthority() {
        return requester == RevocationRequester.OFFICER && askedBy == null;
    }

    private static boolean namesSomebody(RequestRevocation command) {
        return Stream.of(command.askedBy(), command.askedByPhone(), command.identifiedBy())
                .anyMatch(typed -> typed != null && !typed.isBlank());
    }
}
