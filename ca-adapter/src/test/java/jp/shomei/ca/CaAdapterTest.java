package jp.shomei.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import jp.shomei.ca.authority.AuthorityFile;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.download.DownloadDesk;
import jp.shomei.ca.reference.ReferenceIds;
import jp.shomei.ca.secret.SecretDirectory;
import jp.shomei.ca.signing.SigningCompletion;
import jp.shomei.ca.signing.WhenSigningPreparedThenComplete;
import jp.shomei.ca.watch.AuthorityWatch;
import jp.shomei.ca.x509.AuthorityAlgorithm;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.HandedOut;
import jp.shomei.contracts.time.DailyJob;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class CaAdapterTest {

    @Test
    void bringsInEverythingThatADownloadNeeds(@TempDir Path temporary) {
        try (AnnotationConfigApplicationContext context = start(copyOf(temporary), "rsa-2048")) {
            String referenceId = context.getBean(ReferenceIds.class).of(Orders.REQUEST_ID, 1);
            HandedOut done = context.getBean(DownloadDesk.class)
                    .handle(new DownloadPkcs12(Orders.REQUEST_ID, referenceId, "1234", "192.0.2.1"));
            assertThat(done.file()).isNotEmpty();
            assertThat(context.getBean(CertificateAuthority.class).issuing())
                    .isEqualTo(TestAuthority.authority().issuing());
            assertThat(context.getBeansOfType(DailyJob.class))
                    .containsOnlyKeys(
                            "escrowedKeyDestruction",
                            "dailyWatchReport",
                            "revocationListPublisher",
                            "certificateRecheck",
                            "terminalIdentity",
                            "publishedRevocationsRun");
            assertThat(context.getBeansOfType(AuthorityWatch.class))
                    .containsOnlyKeys(
                            "certificatesWatch",
                            "issuingKeyWatch",
                            "keyPoolWatch",
                            "ocspSignerWatch",
                            "ocspTally",
                            "recheckWatch",
                            "revocationListWatch");
            assertThat(context.getBean(SigningCompletion.class)).isNotNull();
            assertThat(context.getBean(WhenSigningPreparedThenComplete.class)).isNotNull();
        }
    }

    @Test
    void doesNotStartWithAnUnknownProfile(@TempDir Path temporary) {
        Path place = copyOf(temporary);
        assertThatThrownBy(() -> start(place, "rsa-1024"))
                .rootCause()
                .hasMessage("there is no certificate profile rsa-1024, only rsa-2048, rsa-3072, ec-p256, ml-dsa-65");
    }

    @Test
    void doesNotStartWithoutAnOrganization(@TempDir Path temporary) {
        assertThatThrownBy(() -> properties(temporary, "rsa-2048", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    private static AnnotationConfigApplicationContext start(Path place, String profile) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(new CertificateStandIn()).subscribe(bus);
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Clock.class, () -> MovableClock.at(TestAuthority.DAY));
        context.registerBean(DataSource.class, TestAuthority::memoryDatabase);
        context.registerBean(
                CommandGateway.class,
                () -> DefaultCommandGateway.builder().commandBus(bus).build());
        context.registerBean(CaProperties.class, () -> properties(place, profile, TestAuthority.ORGANIZATION));
        context.registerBean(
                StatusProperties.class,
                () -> new StatusProperties(
                        URI.create("http://ca.example.jp"), 1, Duration.ofHours(72), Duration.ofHours(12)));
        context.register(CaAdapter.class);
        context.refresh();
        return context;
    }

    private static Path copyOf(Path temporary) {
        Path place = temporary.resolve("ca");
        SecretDirectory.make(place, empty -> {
            for (AuthorityFile file : AuthorityFile.values()) {
                empty.write(file.fileName(), TestAuthority.directory().read(file.fileName()));
            }
        });
        return place;
    }

    private static CaProperties properties(Path directory, String profile, String organization) {
        return new CaProperties(
                directory, profile, organization, 2, List.of("localhost"), AuthorityAlgorithm.RSA_3072, null);
    }
}
