package jp.shomei.ca;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.authority.FindIssuerCertificateHandler;
import jp.shomei.ca.crl.FindRevocationListHandler;
import jp.shomei.ca.crl.RevocationListPublisher;
import jp.shomei.ca.crl.RevocationListTable;
import jp.shomei.ca.crl.RevocationListWatch;
import jp.shomei.ca.crl.RevocationLists;
import jp.shomei.ca.escrow.EscrowedKeyDestruction;
import jp.shomei.ca.escrow.WhenRevokedThenDestroyEscrowedKey;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.ocsp.AnswerOcspRequestHandler;
import jp.shomei.ca.ocsp.OcspSignerWatch;
import jp.shomei.ca.ocsp.OcspSigners;
import jp.shomei.ca.ocsp.OcspTally;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.recheck.CertificateRecheck;
import jp.shomei.ca.recheck.RecheckWatch;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.status.CertificateRegister;
import jp.shomei.ca.status.KnownSerials;
import jp.shomei.ca.status.RegisterCatchUp;
import jp.shomei.ca.status.RegisterProgress;
import jp.shomei.ca.status.RegisteredCertificates;
import jp.shomei.ca.status.RevocationSteps;
import jp.shomei.ca.status.StatusListener;
import jp.shomei.ca.status.WhenKeyCompromisedThenRevokeOthers;
import jp.shomei.ca.status.WhenStatusChangesThenRegister;
import jp.shomei.ca.x509.KeyIdentifiers;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What tells the world which certificates are good: the register, revocation lists, OCSP; and what follows a revocation. */
@Configuration(proxyBeanMethods = false)
public class StatusServices {

    @Bean
    PublicAddresses publicAddresses(StatusProperties properties) {
        return new PublicAddresses(properties.publicUrl(), properties.listPartitions());
    }

    @Bean
    CertificateRegister certificateRegister(DataSource dataSource) {
        return new CertificateRegister(dataSource);
    }

    @Bean
    KnownSerials knownSerials(CertificateRegister register, Clock clock) {
        return new KnownSerials(register, clock);
    }

    @Bean
    WhenStatusChangesThenRegister whenStatusChangesThenRegister(
            CertificateRegister register,
            CertificateAuthority authority,
            List<StatusListener> listeners,
            ObjectProvider<RevocationSteps> observer) {
        return new WhenStatusChangesThenRegister(
                register, () -> KeyIdentifiers.hexOfIssuer(authority.issuing()), listeners, steps(observer));
    }

    @Bean
    WhenKeyCompromisedThenRevokeOthers whenKeyCompromisedThenRevokeOthers(
            CertificateRegister register, KnownSerials serials, BlockedKeys blockedKeys, CommandGateway commands) {
        return new WhenKeyCompromisedThenRevokeOthers(register, serials, blockedKeys::block, commands);
    }

    @Bean
    WhenRevokedThenDestroyEscrowedKey whenRevokedThenDestroyEscrowedKey(EscrowedKeyDestruction destruction) {
        return new WhenRevokedThenDestroyEscrowedKey(destruction);
    }

    @Bean
    ServiceCertificates serviceCertificates(
            CertificateAuthority authority,
            CertificateRegister register,
            DataSource dataSource,
            CaProperties properties,
            PublicAddresses addresses,
            Clock clock,
            ObjectProvider<SecureRandom> random) {
        return new ServiceCertificates(
                authority,
                register,
                dataSource,
                properties.organization(),
                addresses,
                clock,
                random.getIfAvailable(SecureRandom::new));
    }

    @Bean
    RevocationListTable revocationListTable(DataSource dataSource) {
        return new RevocationListTable(dataSource);
    }

    @Bean
    RevocationLists revocationLists(
            CertificateAuthority authority,
            CertificateRegister register,
            RevocationListTable table,
            PublicAddresses addresses,
            Clock clock,
            StatusProperties properties,
            ObjectProvider<RevocationSteps> observer) {
        return new RevocationLists(
                authority, register, table, addresses, clock, properties.listLifetime(), steps(observer));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RevocationListPublisher revocationListPublisher(RevocationLists lists) {
        return new RevocationListPublisher(lists);
    }

    @Bean
    FindRevocationListHandler findRevocationListHandler(RevocationListTable table, CertificateAuthority authority) {
        return new FindRevocationListHandler(table, authority);
    }

    @Bean
    RevocationListWatch revocationListWatch(RevocationLists lists, RevocationListPublisher publisher, Clock clock) {
        return new RevocationListWatch(lists, publisher, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OcspSigners ocspSigners(
            CertificateAuthority authority,
            ServiceCertificates certificates,
            Clock clock,
            ObjectProvider<SecureRandom> random) {
        return new OcspSigners(authority, certificates, clock, random.getIfAvailable(SecureRandom::new));
    }

    @Bean
    RegisterCatchUp registerCatchUp(ObjectProvider<RegisterProgress> progress) {
        return RegisterCatchUp.of(progress::getIfAvailable);
    }

    @Bean(destroyMethod = "close")
    AnswerOcspRequestHandler answerOcspRequestHandler(
            CertificateAuthority authority,
            CertificateRegister register,
            RegisterCatchUp catchUp,
            OcspSigners signers,
            Clock clock,
            StatusProperties properties,
            OcspTally tally) {
        return new AnswerOcspRequestHandler(
                authority, register, catchUp, signers, clock, properties.answerLifetime(), tally);
    }

    @Bean
    OcspTally ocspTally() {
        return new OcspTally();
    }

    @Bean
    OcspSignerWatch ocspSignerWatch(CertificateAuthority authority, OcspSigners signers, Clock clock) {
        return new OcspSignerWatch(authority, signers, clock);
    }

    @Bean
    FindIssuerCertificateHandler findIssuerCertificateHandler(CertificateAuthority authority) {
        return new FindIssuerCertificateHandler(authority);
    }

    @Bean(destroyMethod = "close")
    CertificateRecheck certificateRecheck(
            DataSource dataSource,
            CertificateAuthority authority,
            Linter linter,
            BlockedKeys blockedKeys,
            Clock clock) {
        return new CertificateRecheck(
                new RegisteredCertificates(dataSource, clock), authority, linter, blockedKeys, clock);
    }

    @Bean
    RecheckWatch recheckWatch(CertificateRecheck recheck) {
        return new RecheckWatch(recheck);
    }

    private static RevocationSteps steps(ObjectProvider<RevocationSteps> observer) {
        return observer.getIfAvailable(() -> RevocationSteps.UNOBSERVED);
    }
}
