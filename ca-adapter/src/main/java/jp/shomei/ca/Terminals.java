package jp.shomei.ca;

import java.security.SecureRandom;
import java.time.Clock;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.KnownSerials;
import jp.shomei.ca.terminal.AuthorityTls;
import jp.shomei.ca.terminal.AwaitedCertificates;
import jp.shomei.ca.terminal.ServerNames;
import jp.shomei.ca.terminal.TerminalIdentity;
import jp.shomei.ca.terminal.TerminalRegister;
import jp.shomei.ca.terminal.TerminalTls;
import jp.shomei.ca.terminal.TerminalTrust;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the port for terminals stands on: the server's identity, and whose certificates it accepts. */
@Configuration(proxyBeanMethods = false)
class Terminals {

    @Bean
    TerminalIdentity terminalIdentity(
            CertificateAuthority authority,
            ServiceCertificates certificates,
            SecretDirectory authorityDirectory,
            CaProperties properties,
            Clock clock,
            ObjectProvider<SecureRandom> random) {
        return new TerminalIdentity(
                authority,
                certificates,
                authorityDirectory,
                new ServerNames(properties.terminalNames()),
                clock,
                random.getIfAvailable(SecureRandom::new));
    }

    @Bean
    TerminalRegister terminalRegister(KnownSerials serials, CertificateRegister register) {
        return new AwaitedCertificates(serials, register);
    }

    @Bean
    TerminalTrust terminalTrust(CertificateAuthority authority, TerminalRegister register, Clock clock) {
        return new TerminalTrust(authority, register, clock);
    }

    @Bean
    TerminalTls terminalTls(TerminalIdentity identity, TerminalTrust trust) {
        return new AuthorityTls(identity, trust);
    }
}
