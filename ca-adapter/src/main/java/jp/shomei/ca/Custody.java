package jp.shomei.ca;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityCertificatesQueryHandler;
import jp.shomei.ca.authority.AuthorityRegister;
import jp.shomei.ca.authority.AuthorityStart;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.CertificatesWatch;
import jp.shomei.ca.authority.IssuingKeyWatch;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.watch.DailyWatchReport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The authority's own keys: where they are, that they are the right ones, and what an operator must know of them. */
@Configuration(proxyBeanMethods = false)
class Custody {

    /** The hardware token, if one is configured. */
    record IssuingToken(@Nullable HardwareToken token) implements AutoCloseable {

        @Override
        public void close() {
            if (token != null) {
                token.close();
            }
        }
    }

    @Bean
    IssuingToken issuingToken(CaProperties properties) {
        return new IssuingToken(properties.token() == null ? null : new HardwareToken(properties.token()));
    }

    @Bean
    AuthorityStart authorityStart(
            DataSource dataSource,
            Clock clock,
            CaProperties properties,
            IssuingToken issuingToken,
            ObjectProvider<SecureRandom> random) {
        return new AuthorityStart(
                new AuthorityRegister(dataSource),
                properties.algorithm(),
                issuingToken.token(),
                clock,
                random.getIfAvailable(SecureRandom::new));
    }

    @Bean
    SecretDirectory authorityDirectory(AuthorityStart start, CaProperties properties) {
        return start.directory(properties.directory(), properties.organization());
    }

    @Bean
    CertificateAuthority certificateAuthority(AuthorityStart start, SecretDirectory authorityDirectory) {
        return start.authority(authorityDirectory);
    }

    @Bean
    AuthorityCertificatesQueryHandler authorityCertificatesQueryHandler(CertificateAuthority authority) {
        return new AuthorityCertificatesQueryHandler(authority);
    }

    @Bean
    CertificatesWatch certificatesWatch(CertificateAuthority authority, Clock clock) {
        return new CertificatesWatch(authority, clock);
    }

    @Bean
    IssuingKeyWatch issuingKeyWatch(CertificateAuthority authority) {
        return new IssuingKeyWatch(authority);
    }

    @Bean
    DailyWatchReport dailyWatchReport(List<AuthorityWatch> watches) {
        return new DailyWatchReport(watches);
    }
}
