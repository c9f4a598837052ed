package jp.shomei.http;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jp.shomei.contracts.backup.BackupViews;
import jp.shomei.contracts.backup.ListBackups;
import jp.shomei.contracts.backup.MakeBackup;
import jp.shomei.contracts.certificate.AnswerOcspRequest;
import jp.shomei.contracts.certificate.ApplyForCertificate;
import jp.shomei.contracts.certificate.ApproveApplication;
import jp.shomei.contracts.certificate.ApproveRevocation;
import jp.shomei.contracts.certificate.AuthorityCertificatesView;
import jp.shomei.contracts.certificate.CancelApplication;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificateHistoryView;
import jp.shomei.contracts.certificate.CertificatePage;
import jp.shomei.contracts.certificate.ChangeContact;
import jp.shomei.contracts.certificate.CountApplications;
import jp.shomei.contracts.certificate.DeclineRevocation;
import jp.shomei.contracts.certificate.DeriveReferenceIds;
import jp.shomei.contracts.certificate.DownloadForRequest;
import jp.shomei.contracts.certificate.DownloadPkcs12;
import jp.shomei.contracts.certificate.ExtendDownloadPeriod;
import jp.shomei.contracts.certificate.FindAuthorityCertificates;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.FindCertificateHistory;
import jp.shomei.contracts.certificate.FindIssuerCertificate;
import jp.shomei.contracts.certificate.FindRevocationList;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.certificate.ListOpenDuplicates;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.certificate.OcspAnswerView;
import jp.shomei.contracts.certificate.ReferenceIdsView;
import jp.shomei.contracts.certificate.ReissueNotice;
import jp.shomei.contracts.certificate.RejectApplication;
import jp.shomei.contracts.certificate.RenewForRequest;
import jp.shomei.contracts.certificate.RenewPkcs12;
import jp.shomei.contracts.certificate.RequestRevocation;
import jp.shomei.contracts.certificate.ReserveRequestId;
import jp.shomei.contracts.certificate.RevocationListView;
import jp.shomei.contracts.certificate.RevocationRequestPage;
import jp.shomei.contracts.certificate.WaitingApplicationPage;
import jp.shomei.contracts.deadletter.DeadLetterPage;
import jp.shomei.contracts.deadletter.DeadLetterView;
import jp.shomei.contracts.deadletter.FindReactionDeadLetter;
import jp.shomei.contracts.deadletter.FindReadModelDeadLetter;
import jp.shomei.contracts.deadletter.FindSkippedEvents;
import jp.shomei.contracts.deadletter.ListReactionDeadLetters;
import jp.shomei.contracts.deadletter.ListReadModelDeadLetters;
import jp.shomei.contracts.deadletter.RetryReactionDeadLetter;
import jp.shomei.contracts.deadletter.RetryReadModelDeadLetter;
import jp.shomei.contracts.deadletter.SkipReactionDeadLetter;
import jp.shomei.contracts.deadletter.SkippedEventsView;
import jp.shomei.contracts.fee.BalanceView;
import jp.shomei.contracts.fee.BillPage;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.ChargeView;
import jp.shomei.contracts.fee.Charges;
import jp.shomei.contracts.fee.CheckResults;
import jp.shomei.contracts.fee.CloseLedger;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.FindBalance;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.FindLedger;
import jp.shomei.contracts.fee.FindResults;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.LedgerView;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListCharges;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.contracts.fee.RecordResults;
import jp.shomei.contracts.fee.RenderSlip;
import jp.shomei.contracts.fee.ResultFaults;
import jp.shomei.contracts.fee.ReverseCharge;
import jp.shomei.contracts.fee.SlipDocument;
import jp.shomei.contracts.fee.WriteOffFee;
import jp.shomei.contracts.institution.CheckRegistrations;
import jp.shomei.contracts.institution.FindInstitution;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.contracts.institution.RegisterInstitution;
import jp.shomei.contracts.institution.RegisterInstitutions;
import jp.shomei.contracts.mail.FindMail;
import jp.shomei.contracts.mail.ListMails;
import jp.shomei.contracts.mail.MailPage;
import jp.shomei.contracts.mail.MailView;
import jp.shomei.contracts.mail.ResendMail;
import jp.shomei.contracts.notice.ArchivePart;
import jp.shomei.contracts.notice.DeliverNotice;
import jp.shomei.contracts.notice.DispatchNotice;
import jp.shomei.contracts.notice.FindNotice;
import jp.shomei.contracts.notice.FindPostingBatch;
import jp.shomei.contracts.notice.Letter;
import jp.shomei.contracts.notice.ListLateNotices;
import jp.shomei.contracts.notice.ListNotices;
import jp.shomei.contracts.notice.ListPostingBatches;
import jp.shomei.contracts.notice.ListReturnedNotices;
import jp.shomei.contracts.notice.NoticePage;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.PostingBatchPage;
import jp.shomei.contracts.notice.PostingBatchView;
import jp.shomei.contracts.notice.ReadPostingArchive;
import jp.shomei.contracts.notice.RecordAddresseeContacted;
import jp.shomei.contracts.notice.RenderLetter;
import jp.shomei.contracts.notice.ResendNotice;
import jp.shomei.contracts.notice.ReturnNotice;
import jp.shomei.contracts.projection.ListProjections;
import jp.shomei.contracts.projection.ProjectionViews;
import jp.shomei.contracts.projection.ReplayProjection;
import jp.shomei.contracts.reminder.FindTerminalReminders;
import jp.shomei.contracts.reminder.ForecastReminders;
import jp.shomei.contracts.reminder.ListInstitutionReminders;
import jp.shomei.contracts.reminder.ListReminders;
import jp.shomei.contracts.reminder.ReminderForecast;
import jp.shomei.contracts.reminder.ReminderPage;
import jp.shomei.contracts.reminder.TerminalReminders;
import jp.shomei.contracts.time.ClockView;
import jp.shomei.contracts.time.FindClock;
import jp.shomei.contracts.time.MoveClock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.Message;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.core.ResolvableType;

/** Stands for the rest of the system: records what it is asked, and answers as a test says. */
public final class OtherRooms {
    private final Map<Class<?>, Answer<Object>> answers = new ConcurrentHashMap<>();
    private final List<Message<?>> received = new CopyOnWriteArrayList<>();
    private final CommandBus commands = SimpleCommandBus.builder().build();
    private final QueryBus queries = SimpleQueryBus.builder().build();

    /** What a handler does. */
    @FunctionalInterface
    public interface Answer<M> {
        Object to(M message) throws Exception;
    }

    OtherRooms() {
        Stream.of(
                        ReserveRequestId.class,
                        ApplyForCertificate.class,
                        CancelApplication.class,
                        ApproveApplication.class,
                        RejectApplication.class,
                        ChangeContact.class,
                        ExtendDownloadPeriod.class,
                        ReissueNotice.class,
                        RequestRevocation.class,
                        ApproveRevocation.class,
                        DeclineRevocation.class,
                        DownloadPkcs12.class,
                        DownloadForRequest.class,
                        RenewPkcs12.class,
                        RenewForRequest.class,
                        RegisterInstitution.class,
                        RegisterInstitutions.class,
                        CheckRegistrations.class,
                        DispatchNotice.class,
                        DeliverNotice.class,
                        ReturnNotice.class,
                        ResendNotice.class,
                        ResendMail.class,
                        RecordAddresseeContacted.class,
                        CloseLedger.class,
                        RecordResults.class,
                        WriteOffFee.class,
                        ReverseCharge.class,
                        ReplayProjection.class,
                        RetryReactionDeadLetter.class,
                        RetryReadModelDeadLetter.class,
                        SkipReactionDeadLetter.class,
                        MakeBackup.class,
                        MoveClock.class)
                .forEach(type -> commands.subscribe(type.getName(), this::handle));
        ask(CountApplications.class, Integer.class);
        ask(ListOpenDuplicates.class, String[].class);
        ask(ListWaitingApplications.class, WaitingApplicationPage.class);
        ask(ListRevocationRequests.class, RevocationRequestPage.class);
        ask(ListCertificates.class, CertificatePage.class);
        ask(FindCertificate.class, optional(CertificateDetailView.class));
        ask(FindCertificateHistory.class, optional(CertificateHistoryView.class));
        ask(FindAuthorityCertificates.class, AuthorityCertificatesView.class);
        ask(FindIssuerCertificate.class, optional(String.class));
        ask(FindRevocationList.class, optional(RevocationListView.class));
        ask(AnswerOcspRequest.class, OcspAnswerView.class);
        ask(DeriveReferenceIds.class, ReferenceIdsView.class);
        ask(FindNotice.class, optional(NoticeView.class));
        ask(FindInstitution.class, optional(InstitutionView.class));
        ask(ListNotices.class, NoticePage.class);
        ask(RenderLetter.class, Letter.class);
        ask(ReadPostingArchive.class, ArchivePart.class);
        ask(FindMail.class, optional(MailView.class));
        ask(ListMails.class, MailPage.class);
        ask(ListReminders.class, ReminderPage.class);
        ask(ListInstitutionReminders.class, ReminderPage.class);
        ask(FindTerminalReminders.class, TerminalReminders.class);
        ask(ForecastReminders.class, ReminderForecast.class);
        ask(ListReturnedNotices.class, NoticePage.class);
        ask(ListLateNotices.class, NoticePage.class);
        ask(ListPostingBatches.class, PostingBatchPage.class);
        ask(FindPostingBatch.class, optional(PostingBatchView.class));
        ask(FindLedger.class, LedgerView.class);
        ask(ListLedgerLines.class, LedgerPage.class);
        ask(ReadLedgerFile.class, FilePart.class);
        ask(CheckResults.class, ResultFaults.class);
        ask(FindResults.class, Boolean.class);
        ask(ListBills.class, BillPage.class);
        ask(ListInstitutionBills.class, BillPage.class);
        ask(FindBalance.class, BalanceView.class);
        ask(FindBill.class, optional(BillView.class));
        ask(RenderSlip.class, SlipDocument.class);
        ask(FindCharge.class, optional(ChargeView.class));
        ask(ListCharges.class, Charges.class);
        ask(ListProjections.class, ProjectionViews.class);
        ask(ListBackups.class, BackupViews.class);
        ask(ListReactionDeadLetters.class, DeadLetterPage.class);
        ask(ListReadModelDeadLetters.class, DeadLetterPage.class);
        ask(FindReactionDeadLetter.class, optional(DeadLetterView.class));
        ask(FindReadModelDeadLetter.class, optional(DeadLetterView.class));
        ask(FindSkippedEvents.class, SkippedEventsView.class);
        ask(FindClock.class, ClockView.class);
    }

    CommandGateway commandGateway() {
        return DefaultCommandGateway.builder().commandBus(commands).build();
    }

    QueryGateway queryGateway() {
        return DefaultQueryGateway.builder().queryBus(queries).build();
    }

    /** From now on, messages of this type are answered so. */
    public <M> void on(Class<M> type, Answer<M> answer) {
        answers.put(type, message -> answer.to(type.cast(message)));
    }

    /** Messages of this type, in the order they came. */
    public <M> List<Message<M>> received(Class<M> type) {
        return received.stream()
                .filter(message -> message.getPayloadType() == type)
                .map(message -> OtherRooms.<M>cast(message))
                .toList();
    }

    /** The newest message of this type. */
    public <M> Message<M> newest(Class<M> type) {
        return received(type).getLast();
    }

    /** Whether nothing was asked or ordered. */
    public boolean heardNothing() {
        return received.isEmpty();
    }

    /** Forgets what it was asked. */
    public void forgetMessages() {
        received.clear();
    }

    /** Forgets everything. */
    public void forget() {
        answers.clear();
        received.clear();
    }

    @SuppressWarnings("unchecked")
    private static <M> Message<M> cast(Message<?> message) {
        return (Message<M>) message;
    }

    private static Type optional(Class<?> type) {
        return ResolvableType.forClassWithGenerics(Optional.class, type).getType();
    }

    private void ask(Class<?> query, Type answer) {
        queries.subscribe(query.getName(), answer, this::handle);
    }

    private Object handle(Message<?> message) throws Exception {
        received.add(message);
        Answer<Object> answer = answers.get(message.getPayloadType());
        if (answer == null) {
            throw new AssertionError("nobody expected " + message.getPayloadType());
        }
        return answer.to(message.getPayload());
    }
}
