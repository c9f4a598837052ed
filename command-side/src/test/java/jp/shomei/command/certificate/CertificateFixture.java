package jp.shomei.command.certificate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.shomei.command.institution.CheckDigitMode;
import jp.shomei.command.institution.CodePolicy;
import jp.shomei.command.institution.FiledRegistrations;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

/** Axon's fixture for certificates, with what their decisions need at hand. */
final class CertificateFixture {

    private CertificateFixture() {}

    static FixtureConfiguration<Certificate> on(Instant now) {
        return on(now, Applications.filed(), CheckDigitMode.WARN);
    }

    static FixtureConfiguration<Certificate> on(Instant now, @Nullable Registration filed, CheckDigitMode mode) {
        CodePolicy codes = new CodePolicy(mode);
        FiledRegistrations registrations =
                code -> Optional.ofNullable(filed).filter(one -> one.code().equals(code));
        Clock clock = Applications.clockAt(now);
        return new AggregateTestFixture<>(Certificate.class)
                .registerInjectableResource(codes)
                .registerInjectableResource(new AgreementPolicy(codes))
                .registerInjectableResource(registrations)
                .registerInjectableResource(Applications.terms())
                .registerInjectableResource(clock);
    }

    static void expectRefusal(ResultValidator<?> result, ErrorCode code, String... arguments) {
        result.expectNoEvents().expectExceptionDetails(Refusal.of(code, arguments));
    }
}
