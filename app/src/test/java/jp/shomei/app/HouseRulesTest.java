package jp.shomei.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler does not hold: which room may know which. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("jp.shomei");

    private static final String CONTRACTS = "jp.shomei.contracts..";
    private static final String HTTP = "jp.shomei.http..";
    private static final String COMMAND = "jp.shomei.command..";
    private static final String CA = "jp.shomei.ca..";
    private static final String CORRESPONDENCE = "jp.shomei.correspondence..";
    private static final String PROJECTIONS = "jp.shomei.projections..";
    private static final String QUERY = "jp.shomei.query..";
    private static final String APP = "jp.shomei.app..";

    @Test
    void theContractsKnowNobody() {
        noClasses()
                .that()
                .resideInAPackage(CONTRACTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        HTTP,
                        COMMAND,
                        CA,
                        CORRESPONDENCE,
                        PROJECTIONS,
                        QUERY,
                        APP,
                        "org.springframework..",
                        "com.mongodb..",
                        "org.bson..",
                        "org.bouncycastle..")
                .check(HOUSE);
    }

    @Test
    void noSideKnowsAnother() {
        room(HTTP, COMMAND, CA, CORRESPONDENCE, PROJECTIONS, QUERY, APP);
        room(COMMAND, HTTP, CA, CORRESPONDENCE, PROJECTIONS, QUERY, APP);
        room(CA, HTTP, COMMAND, CORRESPONDENCE, PROJECTIONS, QUERY, APP);
        room(CORRESPONDENCE, HTTP, COMMAND, CA, PROJECTIONS, QUERY, APP);
        room(PROJECTIONS, HTTP, COMMAND, CA, CORRESPONDENCE, QUERY, APP);
        room(QUERY, HTTP, COMMAND, CA, CORRESPONDENCE, APP);
    }

    @Test
    void theQuerySideSeesOnlyTheViewsOfTheProjections() {
        noClasses()
                .that()
                .resideInAPackage(QUERY)
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(PROJECTIONS)
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage("jp.shomei.projections..view.."))))
                .check(HOUSE);
    }

    @Test
    void onlyTheAuthorityKnowsKeysAndCertificates() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.security.Key.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.security.KeyStore.class)
                .check(HOUSE);
    }

    @Test
    void onlyTheReadModelsKnowTheirDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(CONTRACTS, HTTP, COMMAND, CA, CORRESPONDENCE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..")
                .check(HOUSE);
    }

    @Test
    void anAggregateTouchesNothingOfTheWorld() {
        noClasses()
                .that()
                .containAnyFieldsThat(DescribedPredicate.describe(
                        "identify an aggregate", field -> field.isAnnotatedWith(AggregateIdentifier.class)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.io..",
                        "java.nio.file..",
                        "java.net..",
                        "java.sql..",
                        "org.slf4j..")
                .check(HOUSE);
    }

    @Test
    void timeIsReadFromTheClockHandedIn() {
        noClasses()
                .that()
                .resideOutsideOfPackage("jp.shomei.app.time..")
                // claims on events run out in real time, also while business time is simulated
                .and()
                .doNotHaveFullyQualifiedName("jp.shomei.projections.readmodel.GenerationProcessor")
                // mail servers live in real time, also while business time is simulated
                .and()
                .doNotHaveFullyQualifiedName("jp.shomei.correspondence.mail.Mailing")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void nobodyWaitsWithoutADeadline() {
        noClasses()
                .should()
                .callMethod(CompletableFuture.class, "join")
                .orShould()
                .callMethod(CompletableFuture.class, "get")
                .orShould()
                .callMethod(Future.class, "get")
                .check(HOUSE);
    }

    @Test
    void everyReactionNamesItsProcessingGroup() {
        methods()
                .that()
                .areAnnotatedWith(EventHandler.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(COMMAND, CA, CORRESPONDENCE)
                .should()
                .beDeclaredInClassesThat()
                .areAnnotatedWith(ProcessingGroup.class)
                .check(HOUSE);
    }

    @Test
    void namesSayWhatAThingIs() {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?")
                .check(HOUSE);
    }

    private static void room(String room, String... others) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(HOUSE);
    }
}
