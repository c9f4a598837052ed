package jp.shomei.ca;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityFile;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.publication.PublicAddresses;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.reference.ReferenceIdsQueryHandler;
import jp.shomei.ca.request.BlockedKeys;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.signing.SigningCompletion;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.ca.signing.WhenSigningPreparedThenComplete;
import jp.shomei.ca.status.RevocationSteps;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything the authority brings in. Needs a {@link Clock}, the durable store as {@link DataSource}, a {@link
 * CommandGateway}, {@link CaProperties} and {@link StatusProperties}; takes a {@link SecureRandom}, {@link SigningSteps} and
 * {@link RevocationSteps} where there are any.
 *
 * <p>While a download is waited for, its handler's transaction is open and other connections do the work: the data
 * source must hand out connections lazily, or have more of them than there are handlers at work.
 */
@Configuration(proxyBeanMethods = false)
@Import({Custody.class, Handouts.class, StatusServices.class, Terminals.class, Restoration.class})
public class CaAdapter {

    @Bean
    CertificateProfiles certificateProfiles() {
        return CertificateProfiles.load();
    }

    @Bean
    ReferenceIds referenceIds(SecretDirectory authorityDirectory) {
        return new ReferenceIds(authorityDirectory.read(AuthorityFile.REFERENCE_KEY.fileName()));
    }

    @Bean
    Linter linter(
            CertificateAuthority authority,
            CertificateProfiles profiles,
            CaProperties properties,
            PublicAddresses addresses) {
        return new Linter(profiles, authority::issuers, properties.organization(), addresses);
    }

    @Bean
    CertificateSigning certificateSigning(
            CertificateAuthority authority,
            CertificateProfiles profiles,
            CaProperties properties,
            PublicAddresses addresses,
            Linter linter,
            ObjectProvider<SecureRandom> random,
            ObjectProvider<SigningSteps> steps) {
        var template = new CertificateTemplate(authority, properties.organization(), addresses);
        return new CertificateSigning(
                authority,
                new SigningDrafts(profiles, template, random.getIfAvailable(SecureRandom::new)),
                linter,
                steps.getIfAvailable(() -> SigningSteps.UNOBSERVED));
    }

    @Bean
    BlockedKeys blockedKeys(DataSource dataSource) {
        return new BlockedKeys(dataSource);
    }

    @Bean
    UsedKeys usedKeys(DataSource dataSource) {
        return new UsedKeys(dataSource);
    }

    @Bean
    CsrReader csrReader(CertificateProfiles profiles, BlockedKeys blockedKeys) {
        return new CsrReader(profiles, blockedKeys);
    }

    @Bean
    RequestLocks requestLocks() {
        return new RequestLocks();
    }

    @Bean
    Backroom backroom(CommandGateway commands) {
        return new Backroom(commands);
    }

    @Bean
    SigningCompletion signingCompletion(CertificateSigning signing, RequestLocks locks, Backroom backroom) {
        return new SigningCompletion(signing, locks, backroom);
    }

    @Bean
    WhenSigningPreparedThenComplete whenSigningPreparedThenComplete(CommandGateway commands) {
        return new WhenSigningPreparedThenComplete(commands);
    }

    @Bean
    ReferenceIdsQueryHandler referenceIdsQueryHandler(ReferenceIds references) {
        return new ReferenceIdsQueryHandler(references);
    }
}
