package jp.shomei.ca;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityFile;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.dispatch.Backroom;
import jp.shomei.ca.download.Doorkeeper;
import jp.shomei.ca.download.DownloadDesk;
import jp.shomei.ca.download.EscrowedHolderKeys;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.escrow.EscrowTable;
import jp.shomei.ca.escrow.EscrowedKeyDestruction;
import jp.shomei.ca.escrow.KeyEscrow;
import jp.shomei.ca.lint.Linter;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.reference.ReferenceIdsQueryHandler;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.signing.CertificateTemplate;
import jp.shomei.ca.signing.HolderKeys;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.signing.SigningCompletion;
import jp.shomei.ca.signing.SigningDrafts;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.ca.signing.WhenSigningPreparedThenComplete;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Everything the authority brings in. Needs a {@link Clock}, the durable store as {@link DataSource}, a {@link
 * CommandGateway} and {@link CaProperties}; takes a {@link SecureRandom} and {@link SigningSteps} where there are any.
 *
 * <p>While a download is waited for, its handler's transaction is open and other connections do the work: the data
 * source must hand out connections lazily, or have more of them than there are handlers at work.
 */
@Configuration(proxyBeanMethods = false)
@Import(Custody.class)
public class CaAdapter {

    private static final int KEYS_AHEAD = 8;

    @Bean
    CertificateProfiles certificateProfiles() {
        return CertificateProfiles.load();
    }

    @Bean
    ReferenceIds referenceIds(SecretDirectory authorityDirectory) {
        return new ReferenceIds(authorityDirectory.read(AuthorityFile.REFERENCE_KEY.fileName()));
    }

    @Bean
    EscrowTable escrowTable(DataSource dataSource) {
        return new EscrowTable(dataSource);
    }

    @Bean
    KeyEscrow keyEscrow(
            EscrowTable escrowTable, SecretDirectory authorityDirectory, ObjectProvider<SecureRandom> random) {
        byte[] serverKey = authorityDirectory.read(AuthorityFile.ESCROW_KEY.fileName());
        return new KeyEscrow(escrowTable, new EscrowCipher(serverKey, random.getIfAvailable(SecureRandom::new)));
    }

    @Bean
    HolderKeys holderKeys(CertificateProfiles profiles, CaProperties properties, ObjectProvider<SecureRandom> random) {
        return new HolderKeys(
                profiles.named(properties.profile()), random.getIfAvailable(SecureRandom::new), KEYS_AHEAD);
    }

    @Bean
    CertificateSigning certificateSigning(
            CertificateAuthority authority,
            CertificateProfiles profiles,
            CaProperties properties,
            ObjectProvider<SecureRandom> random,
            ObjectProvider<SigningSteps> steps) {
        var template = new CertificateTemplate(authority, properties.organization());
        return new CertificateSigning(
                authority,
                new SigningDrafts(profiles, template, random.getIfAvailable(SecureRandom::new)),
                new Linter(profiles, authority::issuers, properties.organization()),
                steps.getIfAvailable(() -> SigningSteps.UNOBSERVED));
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
    Doorkeeper doorkeeper(ReferenceIds references, Clock clock) {
        return new Doorkeeper(references, clock);
    }

    @Bean
    DownloadDesk downloadDesk(
            Doorkeeper doorkeeper,
            Backroom backroom,
            RequestLocks locks,
            KeyEscrow escrow,
            HolderKeys keys,
            CertificateProfiles profiles,
            CertificateSigning signing,
            CertificateAuthority authority,
            ObjectProvider<SigningSteps> steps) {
        return new DownloadDesk(
                doorkeeper,
                backroom,
                locks,
                new EscrowedHolderKeys(escrow, keys, steps.getIfAvailable(() -> SigningSteps.UNOBSERVED)),
                new CsrReader(profiles),
                signing,
                authority);
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
    EscrowedKeyDestruction escrowedKeyDestruction(EscrowTable escrowTable, CommandGateway commands) {
        return new EscrowedKeyDestruction(escrowTable, commands);
    }

    @Bean
    ReferenceIdsQueryHandler referenceIdsQueryHandler(ReferenceIds references) {
        return new ReferenceIdsQueryHandler(references);
    }
}
