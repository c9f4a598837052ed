package jp.shomei.app.terminal;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.ca.terminal.RequestNames;
import jp.shomei.ca.terminal.TerminalRegister;
import jp.shomei.ca.terminal.TerminalTls;
import jp.shomei.ca.terminal.TerminalTrust;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.http.SlowCallers;
import jp.shomei.http.access.TerminalCertificates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.HttpHandler;

/** Opens the port for terminals, if one is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("shomei.terminal.port")
public class TerminalEntrance {

    @Bean
    TerminalCertificates terminalCertificates(TerminalTrust trust, TerminalRegister register) {
        return new TerminalCertificates() {
            @Override
            public boolean accepts(X509Certificate certificate) {
                return trust.accepts(certificate);
            }

            @Override
            public Optional<String> requestIdOf(String serialNumber) {
                return register.requestIdOf(serialNumber);
            }

            @Override
            public boolean isNamedAlike(byte[] request, X509Certificate certificate) {
                return RequestNames.are(request, certificate);
            }
        };
    }

    /** Asks for the port when it is looked at: the port serves the very endpoint that shows this. */
    @Bean
    AuthorityWatch terminalPortWatch(ObjectProvider<TerminalPort> port, TerminalTls tls) {
        return new TerminalPortWatch(() -> port.getObject().number(), tls);
    }

    @Bean
    TerminalPort terminalPort(
            ShomeiProperties properties, TerminalTls tls, HttpHandler httpHandler, SlowCallers limits) {
        Integer port = properties.terminal().port();
        return new TerminalPort(port == null ? 0 : port, tls, httpHandler, limits);
    }
}
