package jp.shomei.ca;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import jp.shomei.ca.authority.CertificateAuthority;
import jp.shomei.ca.crl.RevocationLists;
import jp.shomei.ca.lint.Linted;
import jp.shomei.ca.service.ServiceCertificates;
import jp.shomei.ca.signing.CertificateSigning;
import jp.shomei.ca.token.HardwareToken;
import jp.shomei.ca.x509.SigningAlgorithm;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses ROOM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("jp.shomei.ca");

    @Test
    void knowsNoRoomButTheContracts() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "jp.shomei.ca..",
                        "jp.shomei.contracts..",
                        "java..",
                        "javax..",
                        "org.bouncycastle..",
                        "org.axonframework..",
                        "org.springframework..",
                        "org.slf4j..",
                        "org.jspecify..",
                        "com.github.benmanes.caffeine..",
                        "com.fasterxml.jackson.annotation..",
                        "tools.jackson..",
                        "picocli..",
                        "com.sun.jna..")
                .check(ROOM);
    }

    @Test
    void hasPackagesInOneOrder() {
        slices().matching("jp.shomei.ca.(*)..").should().beFreeOfCycles().check(ROOM);
    }

    @Test
    void keepsTheIssuingKeyBehindTheLints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("jp.shomei.ca.authority", "jp.shomei.ca.token")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Signature.class)
                .check(ROOM);
        noClasses()
                .that()
                .doNotBelongToAnyOf(CertificateSigning.class, RevocationLists.class, ServiceCertificates.class)
                .should()
                .callMethod(CertificateAuthority.class, "sign", Linted.class)
                .check(ROOM);
        noClasses()
                .that()
                .resideOutsideOfPackages("jp.shomei.ca.authority", "jp.shomei.ca.token")
                .should()
                .callMethod(HardwareToken.class, "sign", String.class, SigningAlgorithm.class, byte[].class)
                .check(ROOM);
    }

    @Test
    void readsNoClockButTheOneHandedIn() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(ROOM);
    }

    @Test
    void neverWaitsWithoutADeadline() {
        noClasses()
                .should()
                .callMethod(CompletableFuture.class, "join")
                .orShould()
                .callMethod(CompletableFuture.class, "get")
                .orShould()
                .callMethod(Future.class, "get")
                .check(ROOM);
    }
}
