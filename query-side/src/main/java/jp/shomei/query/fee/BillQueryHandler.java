package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillPage;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.ListBills;
import jp.shomei.contracts.fee.ListInstitutionBills;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import jp.shomei.query.page.Page;
import jp.shomei.query.page.PageRequest;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Shows bills to billing, officers, and the institutions that pay them. */
public final class BillQueryHandler {

    private static final Pattern BILL = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{8}([0-9]{2})?");

    private final ServedReadModel<FeeLedgerModel> bills;

    public BillQueryHandler(MongoDatabase database) {
        this.bills = FeeLedgerModel.served(database);
    }

    /** One bill. */
    @QueryHandler
    public Optional<BillView> handle(FindBill query) {
        return bills.answer(model -> MonthBills.read(model, List.of(query.billId()))).stream()
                .findFirst()
                .map(BillViews::view);
    }

    /**
     * A page of the bills of a month.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of this month
     */
    @QueryHandler
    public BillPage handle(ListBills query) {
        PageRequest<String> request = request(query.cursor(), query.limit());
        if (request.after()
                .filter(after -> !BillId.month(after).equals(query.month()))
                .isPresent()) {
            throw Refused.because(ErrorCode.INVALID_REQUEST);
        }
        BillStatus wanted = query.status();
        Predicate<BillStatus> isWanted = status -> wanted == null || wanted == status;
        return bills.answer(model -> {
            String after = request.after().orElse(null);
            Iterator<String> listed = new MonthBills(model, query.month()).ids(after, isWanted);
            List<String> following = new ArrayList<>();
            while (following.size() <= request.limit() && listed.hasNext()) {
                String billId = listed.next();
                if (!billId.equals(after)) {
                    following.add(billId);
                }
            }
            return page(model, following, request, isWanted);
        });
    }

    /**
     * A page of the bills of an institution, newest month first.
     *
     * @throws Refused with {@link ErrorCode#INVALID_FIELDS} for a limit out of range and
     *     {@link ErrorCode#INVALID_REQUEST} for a cursor that is none of ours
     */
    @QueryHandler
    public BillPage handle(ListInstitutionBills query) {
        PageRequest<String> request = request(query.cursor(), query.limit());
        return bills.answer(model -> {
            List<String> months = MonthBills.months(model).reversed().stream()
                    .map(month -> BillId.of(month, query.institution()))
                    .filter(billId -> request.after()
                            .map(after -> billId.compareTo(after) < 0)
                            .orElse(true))
                    .toList();
            List<String> following = MonthBills.read(model, months).stream()
                    .map(BillDocument::billId)
                    .toList();
            return page(model, following, request, status -> true);
        });
    }

    private static PageRequest<String> request(@Nullable String cursor, int limit) {
        return PageRequest.of(cursor, limit, BILL, billId -> billId);
    }

    /** One that was listed a moment before its document is left out. */
    private static BillPage page(
            FeeLedgerModel model, List<String> following, PageRequest<String> request, Predicate<BillStatus> wanted) {
        Page<String> page = Page.of(following, request.limit());
        List<BillDocument> documents = MonthBills.read(model, page.places());
        return new BillPage(
                documents.stream()
                        .filter(bill -> wanted.test(bill.status()))
                        .map(BillViews::row)
                        .toList(),
                page.end().map(PageRequest::cursor).orElse(null));
    }
}
