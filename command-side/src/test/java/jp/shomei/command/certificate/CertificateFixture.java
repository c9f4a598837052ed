package jp.shomei.command.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.shomei.command.calendar.ClosingDays;
import jp.shomei.command.calendar.DispatchCalendar;
import jp.shomei.command.history.Restores;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.institution.Category;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.message.Metadata;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/** Axon's fixture for certificates, with what their decisions need at hand. */
final class CertificateFixture {

    static final FourEyesPolicy ONE_OFFICER = new FourEyesPolicy(Set.of());
    static final FourEyesPolicy TWO_OFFICERS = new FourEyesPolicy(Set.of(Category.MEDICAL_INSTITUTION));

    private CertificateFixture() {}

    static FixtureConfiguration<Certificate> on(Instant now) {
        return on(now, Applications.filed(), CheckDigitMode.WARN);
    }

    static FixtureConfiguration<Certificate> on(Instant now, @Nullable Registration filed, CheckDigitMode mode) {
        return on(now, filed, mode, ONE_OFFICER, RenewalPolicy.AS_PUBLISHED);
    }

    static FixtureConfiguration<Certificate> on(Instant now, FourEyesPolicy fourEyes) {
        return on(now, Applications.filed(), CheckDigitMode.WARN, fourEyes, RenewalPolicy.AS_PUBLISHED);
    }

    static FixtureConfiguration<Certificate> on(Instant now, RenewalPolicy renewal) {
        return on(now, Applications.filed(), CheckDigitMode.WARN, ONE_OFFICER, renewal);
    }

    private static FixtureConfiguration<Certificate> on(
            Instant now,
            @Nullable Registration filed,
            CheckDigitMode mode,
            FourEyesPolicy fourEyes,
            RenewalPolicy renewal) {
        CodePolicy codes = new CodePolicy(mode);
        FiledRegistrations registrations =
                code -> Optional.ofNullable(filed).filter(one -> one.code().equals(code));
        DispatchDays dispatchDays = new DispatchCalendar(ClosingDays.turnOfTheYear());
        Clock clock = Applications.clockAt(now);
        return new AggregateTestFixture<>(Certificate.class)
                .registerInjectableResource(codes)
                .registerInjectableResource(new AgreementPolicy(codes))
                .registerInjectableResource(fourEyes)
                .registerInjectableResource(renewal)
                .registerInjectableResource(registrations)
                .registerInjectableResource(dispatchDays)
                .registerInjectableResource(Restores.none())
                .registerInjectableResource(Applications.terms())
                .registerInjectableResource(clock);
    }

    /** The event, caused by this actor. */
    static EventMessage<?> by(String actor, Object event) {
        return GenericEventMessage.asEventMessage(event).withMetaData(actor(actor));
    }

    /** The metadata of this actor's messages. */
    static Map<String, String> actor(String actor) {
        return Map.of(Metadata.ACTOR, actor);
    }

    static void expectRefusal(ResultValidator<?> result, ErrorCode code, String... arguments) {
        result.expectNoEvents().expectExceptionDetails(Refusal.of(code, arguments));
    }

    static void expectBadFields(ResultValidator<?> result, FieldError... errors) {
        result.expectNoEvents().expectExceptionDetails(Refusal.of(List.of(errors)));
    }
}
