package jp.shomei.http;

import java.time.Clock;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.HttpAccess;
import jp.shomei.http.backup.BackupController;
import jp.shomei.http.certificate.AmendmentController;
import jp.shomei.http.certificate.ApplicationController;
import jp.shomei.http.certificate.AuthorityController;
import jp.shomei.http.certificate.CertificateController;
import jp.shomei.http.certificate.DecisionController;
import jp.shomei.http.certificate.DownloadController;
import jp.shomei.http.certificate.OcspController;
import jp.shomei.http.certificate.RecentAnswers;
import jp.shomei.http.certificate.RenewalController;
import jp.shomei.http.certificate.RevocationController;
import jp.shomei.http.certificate.RevocationListController;
import jp.shomei.http.certificate.WaitingController;
import jp.shomei.http.deadletter.DeadLetterController;
import jp.shomei.http.deadletter.SkippedEventsController;
import jp.shomei.http.est.EstController;
import jp.shomei.http.fee.BillController;
import jp.shomei.http.fee.BillListController;
import jp.shomei.http.fee.ChargeController;
import jp.shomei.http.fee.LedgerController;
import jp.shomei.http.fee.LedgerFileController;
import jp.shomei.http.fee.PaymentResultsController;
import jp.shomei.http.fee.SlipController;
import jp.shomei.http.institution.ImportController;
import jp.shomei.http.institution.InstitutionController;
import jp.shomei.http.institution.RegistrationImport;
import jp.shomei.http.json.JsonCodecs;
import jp.shomei.http.language.Sentences;
import jp.shomei.http.mail.MailController;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.notice.LetterController;
import jp.shomei.http.notice.NoticeController;
import jp.shomei.http.notice.PostingArchiveController;
import jp.shomei.http.notice.PostingBatchController;
import jp.shomei.http.notice.PostingController;
import jp.shomei.http.notice.ResultsController;
import jp.shomei.http.notice.ReturnedNoticeController;
import jp.shomei.http.notice.WatchController;
import jp.shomei.http.openapi.ApiDescription;
import jp.shomei.http.projection.ProjectionController;
import jp.shomei.http.refusal.ProblemHandler;
import jp.shomei.http.refusal.ProblemWriter;
import jp.shomei.http.reminder.ReminderController;
import jp.shomei.http.time.ClockController;
import jp.shomei.http.upload.UploadSpool;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The HTTP room. It needs a {@link CommandGateway}, a {@link QueryGateway}, a {@link Clock} and, unless an OIDC
 * issuer is configured, {@link jp.shomei.http.access.AccessTokens}; for a port for terminals, {@link
 * jp.shomei.http.access.TerminalCertificates}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
@Import({
    HttpAccess.class,
    ApiDescription.class,
    ApplicationController.class,
    WaitingController.class,
    CertificateController.class,
    DecisionController.class,
    AmendmentController.class,
    RevocationController.class,
    DownloadController.class,
    RenewalController.class,
    EstController.class,
    AuthorityController.class,
    RevocationListController.class,
    RecentAnswers.class,
    OcspController.class,
    NoticeController.class,
    PostingController.class,
    LetterController.class,
    PostingArchiveController.class,
    MailController.class,
    ReminderController.class,
    ReturnedNoticeController.class,
    WatchController.class,
    ResultsController.class,
    PostingBatchController.class,
    InstitutionController.class,
    ImportController.class,
    LedgerController.class,
    LedgerFileController.class,
    PaymentResultsController.class,
    BillListController.class,
    BillController.class,
    SlipController.class,
    ChargeController.class,
    ProjectionController.class,
    DeadLetterController.class,
    SkippedEventsController.class,
    BackupController.class,
    ClockController.class
})
public class HttpRoom {
    @Bean
    AnswerLater answerLater() {
        return new AnswerLater();
    }

    @Bean
    Gateways gateways(CommandGateway commands, QueryGateway queries) {
        return new Gateways(commands, queries);
    }

    @Bean
    Sentences sentences() {
        return new Sentences();
    }

    @Bean
    ProblemWriter problemWriter(Sentences sentences) {
        return new ProblemWriter(sentences);
    }

    @Bean
    ProblemHandler problemHandler(ProblemWriter writer) {
        return new ProblemHandler(writer);
    }

    @Bean
    JsonCodecs jsonCodecs(HttpProperties properties) {
        return new JsonCodecs(Math.toIntExact(properties.bodyLimit().toBytes()));
    }

    @Bean
    SlowCallers slowCallers(HttpProperties properties) {
        return new SlowCallers(properties.requestLimit(), properties.idleLimit());
    }

    @Bean
    UploadSpool importSpool(HttpProperties properties) {
        return properties.spoolFor(properties.importLimit(), ErrorCode.IMPORT_RUNNING);
    }

    /** Results need not wait for a long import. */
    @Bean
    UploadSpool resultsSpool(HttpProperties properties) {
        return properties.spoolFor(properties.resultsLimit(), ErrorCode.IMPORT_RUNNING);
    }

    /** What is paid and what is posted have nothing to do with each other. */
    @Bean
    UploadSpool paymentResultsSpool(HttpProperties properties) {
        return properties.spoolFor(properties.resultsLimit(), ErrorCode.RESULTS_RUNNING);
    }

    @Bean
    RegistrationImport registrationImport(Gateways gateways) {
        return new RegistrationImport(gateways);
    }
}
