package jp.shomei.query.certificate;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.Application;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.ListOpenDuplicates;
import jp.shomei.contracts.certificate.ListRevocationRequests;
import jp.shomei.contracts.certificate.ListWaitingApplications;
import jp.shomei.contracts.certificate.RevocationRequestPage;
import jp.shomei.contracts.certificate.RevocationRequestView;
import jp.shomei.contracts.certificate.WaitingApplicationPage;
import jp.shomei.contracts.certificate.WaitingApplicationView;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.InstitutionView;
import jp.shomei.contracts.institution.Registration;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.Revoking;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.institution.Registrations;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Tells officers what waits for them. */
public final class WaitingQueryHandler {

    private final ServedReadModel<CertificateStatusModel> certificates;
    private final Registrations registrations;

    public WaitingQueryHandler(MongoDatabase database) {
        this.certificates = CertificateStatusModel.served(database);
        this.registrations = new Registrations(database);
    }

    /** The open applications of an institution for the same terminal name, the oldest 100 at most. */
    @QueryHandler
    public List<String> handle(ListOpenDuplicates query) {
        return certificates.answer(model -> OpenDuplicates.read(model, query.institution(), query.terminalName())
                .find(query.institution(), query.terminalName(), query.except()));
    }

    /**
     * A page of the applications that wait.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public WaitingApplicationPage handle(ListWaitingApplications query) {
        PageRequest<String> request = Line.request(query.cursor(), query.limit());
        return certificates.answer(model -> applications(model, Line.read(model, model.waiting(), request)));
    }

    /**
     * A page of the requests to revoke that wait.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public RevocationRequestPage handle(ListRevocationRequests query) {
        PageRequest<String> request = Line.request(query.cursor(), query.limit());
        return certificates.answer(model -> {
            Line line = Line.read(model, model.revocations(), request);
            return new RevocationRequestPage(
                    line.certificates().stream()
                            .flatMap(WaitingQueryHandler::revocation)
                            .toList(),
                    line.nextCursor());
        });
    }

    private WaitingApplicationPage applications(CertificateStatusModel model, Line line) {
        List<CertificateDocument> waiting = line.certificates().stream()
                .filter(document -> document.status() == CertificateStatus.WAITING_APPROVAL)
                .toList();
        List<Application> applications =
                waiting.stream().map(CertificateDocument::application).toList();
        OpenDuplicates duplicates = OpenDuplicates.read(model, applications);
        Map<InstitutionCode, Registration> filed = registrations.findAll(
                applications.stream().map(Application::institution).collect(Collectors.toSet()));
        return new WaitingApplicationPage(
                waiting.stream()
                        .map(document -> application(
                                document, filed.get(document.application().institution()), duplicates))
                        .toList(),
                line.nextCursor());
    }

    private static WaitingApplicationView application(
            CertificateDocument document, @Nullable Registration filed, OpenDuplicates duplicates) {
        Application application = document.application();
        return new WaitingApplicationView(
                document.requestId(),
                inJapan(document.appliedAt()),
                application,
                filed == null ? null : InstitutionView.of(filed),
                document.screening().findings(),
                duplicates.find(application.institution(), application.terminalName(), document.requestId()),
                document.screening().endorsed(),
                Reviews.digest(document, filed));
    }

    private static Stream<RevocationRequestView> revocation(CertificateDocument document) {
        return document.revocationRequest().map(request -> revocation(document, request)).stream();
    }

    private static RevocationRequestView revocation(CertificateDocument document, Revoking.Request request) {
        return new RevocationRequestView(
                document.requestId(),
                inJapan(request.requestedAt()),
                document.application().institution().value(),
                document.application().terminalName(),
                request.reason().rfcName(),
                request.requester(),
                request.askedBy(),
                request.identifiedBy());
    }

    private static OffsetDateTime inJapan(Instant instant) {
        return instant.atZone(JapanTime.ZONE).toOffsetDateTime();
    }
}
