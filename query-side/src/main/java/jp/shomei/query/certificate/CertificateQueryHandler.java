package jp.shomei.query.certificate;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.CertificateDetailView;
import jp.shomei.contracts.certificate.CertificatePage;
import jp.shomei.contracts.certificate.CertificateStatus;
import jp.shomei.contracts.certificate.CertificateView;
import jp.shomei.contracts.certificate.CountApplications;
import jp.shomei.contracts.certificate.FindCertificate;
import jp.shomei.contracts.certificate.ListCertificates;
import jp.shomei.contracts.certificate.RenewalWindow;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.certificate.view.CertificateDocument;
import jp.shomei.projections.certificate.view.CertificateStatusModel;
import jp.shomei.projections.certificate.view.InstitutionCertificatesDocument;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.institution.Registrations;
import jp.shomei.query.notice.Tracking;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Answers from the status-lookup table. */
public final class CertificateQueryHandler {

    private static final Set<CertificateStatus> COUNTED =
            EnumSet.of(CertificateStatus.WAITING_APPROVAL, CertificateStatus.ISSUED);

    private final ServedReadModel<CertificateStatusModel> certificates;
    private final Registrations registrations;
    private final Tracking tracking;
    private final CertificateViews views;
    private final Clock clock;

    public CertificateQueryHandler(MongoDatabase database, RenewalWindow renewal, Clock clock) {
        this.certificates = CertificateStatusModel.served(database);
        this.registrations = new Registrations(database);
        this.tracking = new Tracking(database);
        this.views = new CertificateViews(renewal);
        this.clock = clock;
    }

    /** One certificate, with its notice; while it waits, with what a decision on it can be bound to. */
    @QueryHandler
    public Optional<CertificateDetailView> handle(FindCertificate query) {
        return certificates
                .answer(model -> Optional.ofNullable(model.documents()
                        .find(Filters.eq("_id", query.requestId()))
                        .first()))
                .map(this::detail);
    }

    /**
     * A page of an institution's certificates.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public CertificatePage handle(ListCertificates query) {
        PageRequest<StatusTablePlace> request =
                PageRequest.of(query.cursor(), query.limit(), StatusTablePlace.FORM, StatusTablePlace::of);
        return certificates.answer(model -> page(model, query.institution(), request));
    }

    /** How many applications of an institution wait or were granted. */
    @QueryHandler
    public Integer handle(CountApplications query) {
        return certificates.answer(model -> {
            List<String> others = requests(model, query.institution())
                    .map(StatusTablePlace::requestId)
                    .filter(requestId -> !requestId.equals(query.except()))
                    .toList();
            return (int) statuses(model, others).filter(COUNTED::contains).count();
        });
    }

    private CertificateDetailView detail(CertificateDocument document) {
        LocalDate today = JapanTime.today(clock);
        return views.detail(document, today, tracking.find(document.requestId(), today), review(document));
    }

    private CertificatePage page(
            CertificateStatusModel model, InstitutionCode institution, PageRequest<StatusTablePlace> request) {
        List<StatusTablePlace> following = requests(model, institution)
                .filter(place ->
                        request.after().map(after -> place.compareTo(after) > 0).orElse(true))
                .sorted()
                .toList();
        Page<StatusTablePlace> page = Page.of(following, request.limit());
        return new CertificatePage(
                rows(model, page.places()),
                page.end().map(end -> PageRequest.cursor(end.text())).orElse(null));
    }

    private static Stream<StatusTablePlace> requests(CertificateStatusModel model, InstitutionCode institution) {
        InstitutionCertificatesDocument listed = model.institutions()
                .find(Filters.eq("_id", institution.value()))
                .first();
        return listed == null
                ? Stream.empty()
                : listed.requests().entrySet().stream()
                        .map(request -> new StatusTablePlace(request.getValue(), request.getKey()));
    }

    /** The rows of these places; a request that was listed a moment before its document is left out. */
    private List<CertificateView> rows(CertificateStatusModel model, List<StatusTablePlace> places) {
        Map<String, CertificateDocument> documents = new HashMap<>();
        model.documents()
                .find(Filters.in(
                        "_id", places.stream().map(StatusTablePlace::requestId).toList()))
                .forEach(document -> documents.put(document.requestId(), document));
        LocalDate today = JapanTime.today(clock);
        return places.stream()
                .map(place -> documents.get(place.requestId()))
                .filter(Objects::nonNull)
                .map(document -> views.row(document, today))
                .toList();
    }

    private @Nullable String review(CertificateDocument document) {
        if (document.status() != CertificateStatus.WAITING_APPROVAL) {
            return null;
        }
        return Reviews.digest(
                document,
                registrations.find(document.application().institution()).orElse(null));
    }

    private static Stream<CertificateStatus> statuses(CertificateStatusModel model, List<String> requestIds) {
        return model
                .documents()
                .withDocumentClass(Document.class)
                .find(Filters.in("_id", requestIds))
                .projection(Projections.include("status"))
                .map(document -> CertificateStatus.valueOf(document.getString("status")))
                .into(new ArrayList<>())
                .stream();
    }
}
