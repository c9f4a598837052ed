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
import jp.shomei.ca.download.Handover;
import jp.shomei.ca.escrow.EscrowCipher;
import jp.shomei.ca.escrow.EscrowTable;
import jp.shomei.ca.escrow.EscrowedKeyDestruction;
import jp.shomei.ca.escrow.KeyEscrow;
import jp.shomei.ca.pool.KeyPool;
import jp.shomei.ca.pool.KeyPoolWatch;
import jp.shomei.ca.profile.CertificateProfiles;
import jp.shomei.ca.reference.ReferenceEditions;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.reference.WhenNoticeReissuedThenRaiseEdition;
import jp.shomei.ca.renewal.FreshKeys;
import jp.shomei.ca.renewal.RenewalDesk;
import jp.shomei.ca.request.CsrReader;
import jp.shomei.ca.request.UsedKeys;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.signing.RequestLocks;
import jp.shomei.ca.signing.SigningSteps;
import jp.shomei.ca.status.RevocationSteps;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where certificates leave the room: the download and the renewal desk, and the keys that the authority makes and keeps. */
@Configuration(proxyBeanMethods = false)
class Handouts {

    @Bean
    EscrowTable escrowTable(DataSource dataSource) {
        return new EscrowTable(dataSource);
    }

    @Bean
    EscrowCipher escrowCipher(SecretDirectory authorityDirectory, ObjectProvider<SecureRandom> random) {
        byte[] serverKey = authorityDirectory.read(AuthorityFile.ESCROW_KEY.fileName());
        return new EscrowCipher(serverKey, random.getIfAvailable(SecureRandom::new));
    }

    @Bean
    KeyEscrow keyEscrow(EscrowTable table, EscrowCipher cipher, ReferenceIds references) {
        return new KeyEscrow(table, cipher, references);
    }

    @Bean
    KeyPool keyPool(
            DataSource dataSource,
            EscrowCipher cipher,
            CertificateProfiles profiles,
            CaProperties properties,
            Backroom backroom,
            ObjectProvider<SecureRandom> random) {
        return new KeyPool(
                dataSource,
                cipher,
                profiles.named(properties.profile()),
                random.getIfAvailable(SecureRandom::new),
                properties.keyPool(),
                backroom::isIdle);
    }

    @Bean
    KeyPoolWatch keyPoolWatch(KeyPool keyPool) {
        return new KeyPoolWatch(keyPool);
    }

    @Bean
    EscrowedKeyDestruction escrowedKeyDestruction(
            EscrowTable table, RequestLocks locks, CommandGateway commands, ObjectProvider<RevocationSteps> observer) {
        return new EscrowedKeyDestruction(
                table, locks, commands, observer.getIfAvailable(() -> RevocationSteps.UNOBSERVED));
    }

    @Bean
    ReferenceEditions referenceEditions(DataSource dataSource) {
        return new ReferenceEditions(dataSource);
    }

    @Bean
    WhenNoticeReissuedThenRaiseEdition whenNoticeReissuedThenRaiseEdition(ReferenceEditions editions) {
        return new WhenNoticeReissuedThenRaiseEdition(editions);
    }

    @Bean
    Doorkeeper doorkeeper(ReferenceIds references, ReferenceEditions editions, Clock clock) {
        return new Doorkeeper(references, editions, clock);
    }

    @Bean
    Handover handover(
            KeyEscrow escrow,
            KeyPool keys,
            UsedKeys usedKeys,
            CertificateSigning signing,
            CertificateAuthority authority,
            ObjectProvider<SigningSteps> observer) {
        SigningSteps steps = observer.getIfAvailable(() -> SigningSteps.UNOBSERVED);
        return new Handover(new EscrowedHolderKeys(escrow, keys, steps), usedKeys, signing, authority, steps);
    }

    @Bean
    DownloadDesk downloadDesk(
            Doorkeeper doorkeeper, Backroom backroom, RequestLocks locks, CsrReader requests, Handover handover) {
        return new DownloadDesk(doorkeeper, backroom, locks, requests, handover);
    }

    @Bean
    RenewalDesk renewalDesk(
            Backroom backroom,
            RequestLocks locks,
            CsrReader requests,
            UsedKeys usedKeys,
            Handover handover,
            ObjectProvider<SigningSteps> observer) {
        return new RenewalDesk(
                backroom,
                locks,
                requests,
                new FreshKeys(usedKeys),
                handover,
                observer.getIfAvailable(() -> SigningSteps.UNOBSERVED));
    }
}
