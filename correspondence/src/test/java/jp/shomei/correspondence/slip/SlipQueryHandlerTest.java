package jp.shomei.correspondence.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.FindBill;
import jp.shomei.contracts.fee.RenderSlip;
import jp.shomei.contracts.fee.SlipDocument;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refusal;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.Rendered;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.junit.jupiter.api.Test;
import org.springframework.core.ResolvableType;

class SlipQueryHandlerTest {

    private final Map<String, BillView> bills = new HashMap<>();
    private final SlipQueryHandler handler = new Slips().slipQueryHandler(querySide(), new DocumentPrinter());

    @Test
    void printsTheSlipAsItWasSent() throws IOException {
        bills.put(SlipSamples.BILL_ID, SlipSamples.usual());

        SlipDocument slip = handler.handle(new RenderSlip(SlipSamples.BILL_ID));

        assertThat(Rendered.text(slip.pdf()))
                .contains("請求書番号2024-06-0110214822", "証明クリニック御中", "3,000円", "T7000012050002");
    }

    @Test
    void printsTheSameOnceItIsPaid() {
        bills.put(SlipSamples.BILL_ID, SlipSamples.usual());
        byte[] sent = handler.handle(new RenderSlip(SlipSamples.BILL_ID)).pdf();
        bills.put(
                SlipSamples.BILL_ID,
                SlipSamples.bill(
                        BillStatus.PAID,
                        SlipSamples.usual().slip(),
                        SlipSamples.usual().lines()));

        assertThat(handler.handle(new RenderSlip(SlipSamples.BILL_ID)).pdf()).isEqualTo(sent);
    }

    @Test
    void saysThatThereIsNoSuchBill() {
        assertThatThrownBy(() -> handler.handle(new RenderSlip("2024-06-0110214830")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.of(ErrorCode.BILL_NOT_FOUND)));
    }

    @Test
    void saysWhereABillStandsThatNoSlipWasSentFor() {
        bills.put(SlipSamples.BILL_ID, SlipSamples.bill(BillStatus.DEDUCTION_INSTRUCTED, null, List.of()));

        assertThatThrownBy(() -> handler.handle(new RenderSlip(SlipSamples.BILL_ID)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(Refusal.of(ErrorCode.SLIP_NOT_ISSUED, "控除依頼中")));
    }

    private QueryGateway querySide() {
        SimpleQueryBus bus = SimpleQueryBus.builder().build();
        bus.subscribe(
                FindBill.class.getName(),
                ResolvableType.forClassWithGenerics(Optional.class, BillView.class)
                        .getType(),
                asked -> Optional.ofNullable(bills.get(((FindBill) asked.getPayload()).billId())));
        return DefaultQueryGateway.builder().queryBus(bus).build();
    }
}
