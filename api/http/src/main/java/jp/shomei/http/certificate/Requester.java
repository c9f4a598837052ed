package jp.shomei.http.certificate;

import java.util.ArrayList;
import java.util.List;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.http.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/**
 * Who asks for a revocation.
 *
 * @param kind in which capacity
 * @param presentedSerial the serial number of the certificate that was presented, hexadecimal; none for bearers of tokens
 */
record Requester(RevocationRequester kind, @Nullable String presentedSerial) {

    /** The caller of the request being served. */
    static Mono<Requester> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Requester::of);
    }

    /**
     * The command.
     *
     * @throws Refused naming the fields that are for officers alone, if somebody else filled them in
     */
    RequestRevocation ask(String requestId, RevocationController.Request body) {
        if (kind != RevocationRequester.OFFICER) {
            List<FieldError> errors = new ArrayList<>();
            forOfficers("askedBy", body.askedBy(), errors);
            forOfficers("askedByPhone", body.askedByPhone(), errors);
            forOfficers("identifiedBy", body.identifiedBy(), errors);
            Refused.ifAny(errors);
        }
        return new RequestRevocation(
                requestId,
                body.reason(),
                kind,
                presentedSerial,
                body.askedBy(),
                body.askedByPhone(),
                body.identifiedBy());
    }

    private static Requester of(Authentication caller) {
        if (is(Role.TERMINAL, caller)) {
            // a terminal is known by nothing but the serial number of its certificate
            return new Requester(RevocationRequester.TERMINAL, caller.getName());
        }
        return new Requester(
                is(Role.OFFICER, caller) ? RevocationRequester.OFFICER : RevocationRequester.INSTITUTION, null);
    }

    private static boolean is(Role role, Authentication caller) {
        return caller.getAuthorities().stream()
                .anyMatch(authority -> role.authority().equals(authority.getAuthority()));
    }

    private static void forOfficers(String field, @Nullable String typed, List<FieldError> errors) {
        if (typed != null) {
            errors.add(FieldError.of(field, FieldRule.UNKNOWN));
        }
    }
}
