package jp.shomei.query.fee;

import com.mongodb.client.MongoDatabase;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.CertificateIssued;
import jp.shomei.contracts.certificate.CertificateRenewed;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeId;
import jp.shomei.contracts.fee.ChargeReversed;
import jp.shomei.contracts.fee.ChargeView;
import jp.shomei.contracts.fee.ChargeView.Cause;
import jp.shomei.contracts.fee.Charges;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.ListCharges;
import jp.shomei.contracts.notice.PostageIncurred;
import jp.shomei.contracts.time.JapanTime;
import jp.shomei.projections.fee.view.BillDocument;
import jp.shomei.projections.fee.view.FeeLedgerModel;
import jp.shomei.projections.readmodel.view.ServedReadModel;
import org.axonframework.queryhandling.QueryHandler;

/** Tells why something is charged, and what was charged for a certificate. */
public final class ChargeQueryHandler {

    private static final Comparator<ChargeView> ORDER = Comparator.comparing(
                    (ChargeView charge) -> charge.line().chargedOn())
            .thenComparing(ChargeView::recordedAt)
            .thenComparing(charge -> charge.line().chargeId());

    private final ServedReadModel<FeeLedgerModel> bills;

    public ChargeQueryHandler(MongoDatabase database) {
        this.bills = FeeLedgerModel.served(database);
    }

    /** One charge. */
    @QueryHandler
    public Optional<ChargeView> handle(FindCharge query) {
        if (!ChargeId.isWellFormed(query.chargeId())) {
            return Optional.empty();
        }
        return bills.answer(model -> {
            Map<String, String> known = MonthBills.charges(model, ChargeId.subject(query.chargeId()));
            return views(model, known)
                    .filter(charge -> charge.line().chargeId().equals(query.chargeId()))
                    .findFirst();
        });
    }

    /** Everything that was charged for a certificate. */
    @QueryHandler
    public Charges handle(ListCharges query) {
        return new Charges(bills.answer(model -> views(model, MonthBills.charges(model, query.requestId()))
                .sorted(ORDER)
                .toList()));
    }

    /** One that was listed a moment before its bill's document has it is left out. */
    private static Stream<ChargeView> views(FeeLedgerModel model, Map<String, String> billOf) {
        Map<String, BillDocument> documents = new HashMap<>();
        MonthBills.read(model, billOf.values().stream().distinct().toList())
                .forEach(bill -> documents.put(bill.billId(), bill));
        return billOf.entrySet().stream()
                .flatMap(charge -> Stream.ofNullable(documents.get(charge.getValue()))
                        .flatMap(bill -> bill.line(charge.getKey()).map(line -> new Line(bill, line)).stream()))
                .map(line -> view(line, billOf));
    }

    private static ChargeView view(Line line, Map<String, String> billOf) {
        String reversal = ChargeId.ofReversal(line.charge().chargeId());
        return new ChargeView(
                line.view(),
                line.bill().month(),
                line.line().sequence(),
                line.line().recordedAt().atZone(JapanTime.ZONE).toOffsetDateTime(),
                cause(line.charge(), billOf),
                billOf.containsKey(reversal) ? reversal : null,
                line.line().reversalReason());
    }

    private static Cause cause(Charge charge, Map<String, String> billOf) {
        String reversed = charge.reverses();
        if (reversed != null) {
            return cause(ChargeReversed.class, billOf.getOrDefault(reversed, ""), charge);
        }
        return switch (charge.kind()) {
            case LICENCE -> cause(CertificateIssued.class, charge.requestId(), charge);
            case RENEWAL -> cause(CertificateRenewed.class, charge.requestId(), charge);
            case POSTAGE -> cause(PostageIncurred.class, ChargeId.subject(charge.chargeId()), charge);
        };
    }

    private static Cause cause(Class<?> event, String aggregate, Charge charge) {
        return new Cause(event.getSimpleName(), aggregate, charge.chargedOn(), charge.generation());
    }
}
