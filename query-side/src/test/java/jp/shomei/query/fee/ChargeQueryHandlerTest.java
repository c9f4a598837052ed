package jp.shomei.query.fee;

import static jp.shomei.projections.fixture.CertificateEvents.ANOTHER_REQUEST;
import static jp.shomei.projections.fixture.CertificateEvents.INSTITUTION;
import static jp.shomei.projections.fixture.CertificateEvents.REQUEST;
import static jp.shomei.projections.fixture.FeeEvents.BILL;
import static jp.shomei.projections.fixture.FeeEvents.CHARGED_ON;
import static jp.shomei.projections.fixture.FeeEvents.MONTH;
import static jp.shomei.projections.fixture.FeeEvents.NOTICE;
import static jp.shomei.projections.fixture.FeeEvents.charged;
import static jp.shomei.projections.fixture.FeeEvents.instructed;
import static jp.shomei.projections.fixture.FeeEvents.licence;
import static jp.shomei.projections.fixture.FeeEvents.postage;
import static jp.shomei.projections.fixture.FeeEvents.renewal;
import static jp.shomei.projections.fixture.FeeEvents.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.fee.BillId;
import jp.shomei.contracts.fee.BillStatus;
import jp.shomei.contracts.fee.Charge;
import jp.shomei.contracts.fee.ChargeView;
import jp.shomei.contracts.fee.ChargeView.Cause;
import jp.shomei.contracts.fee.Charges;
import jp.shomei.contracts.fee.FindCharge;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.ListCharges;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChargeQueryHandlerTest extends FeeQueryTest {

    private static final String NEXT_BILL = BillId.of(MONTH.next(), INSTITUTION);
    private static final LocalDate REVERSED_ON = LocalDate.of(2021, 5, 20);

    @Test
    void answersNothingForAChargeThereIsNot() {
        events.append(charged(BILL, licence(REQUEST)));

        for (String chargeId :
                new String[] {"R-" + REQUEST + "-2", "L-" + ANOTHER_REQUEST, "P-" + NOTICE, "", "x", "V-"}) {
            assertThat(charge(chargeId)).isEmpty();
        }
        assertThat(ofCertificate(ANOTHER_REQUEST)).isEmpty();
    }

    @Nested
    class WhyIsThisCharged {

        @Test
        void forTheApprovalOfACertificate() {
            events.setNow(Instant.parse("2021-03-12T03:04:05.678901Z"));
            events.append(charged(BILL, licence(ANOTHER_REQUEST)), charged(BILL, licence(REQUEST)));

            ChargeView charge = charge("L-" + REQUEST).orElseThrow();

            assertThat(charge)
                    .returns(MONTH, ChargeView::month)
                    .returns(1L, ChargeView::sequence)
                    .returns(OffsetDateTime.parse("2021-03-12T12:04:05.678+09:00"), ChargeView::recordedAt)
                    .returns(new Cause("CertificateIssued", REQUEST, CHARGED_ON, 1), ChargeView::cause)
                    .returns(null, ChargeView::reversal)
                    .returns(null, ChargeView::reversalReason);
            assertThat(charge.line())
                    .returns(BILL, LedgerLine::billId)
                    .returns(1_500, LedgerLine::amount)
                    .returns(136L, LedgerLine::taxIncluded)
                    .returns(BillStatus.OPEN, LedgerLine::status);
        }

        @Test
        void forARenewal() {
            events.append(charged(BILL, renewal(REQUEST, 3)));

            assertThat(charge("R-" + REQUEST + "-3").orElseThrow().cause())
                    .isEqualTo(new Cause("CertificateRenewed", REQUEST, CHARGED_ON.plusDays(1), 3));
        }

        @Test
        void forPostingANotice() {
            events.append(charged(BILL, postage(NOTICE, REQUEST, ANOTHER_REQUEST)));

            assertThat(charge("P-" + NOTICE).orElseThrow().cause())
                    .isEqualTo(new Cause("PostageIncurred", NOTICE, CHARGED_ON.plusDays(3), null));
        }

        @Test
        void becauseAnOfficerHasTakenAnotherBack() {
            events.append(
                    charged(BILL, licence(REQUEST)), instructed(BILL, 1, 1_500), reversed(BILL, licence(REQUEST)));
            assertThat(charge("L-" + REQUEST).orElseThrow())
                    .returns(null, ChargeView::reversal)
                    .returns("二重申請のため", ChargeView::reversalReason);

            events.append(charged(NEXT_BILL, licence(REQUEST).reversedOn(REVERSED_ON)));
            assertThat(charge("L-" + REQUEST).orElseThrow())
                    .returns("V-L-" + REQUEST, ChargeView::reversal)
                    .returns("二重申請のため", ChargeView::reversalReason);
            assertThat(charge("V-L-" + REQUEST).orElseThrow())
                    .returns(MONTH.next(), ChargeView::month)
                    .returns(new Cause("ChargeReversed", BILL, REVERSED_ON, 1), ChargeView::cause)
                    .returns(null, ChargeView::reversal)
                    .returns(null, ChargeView::reversalReason);
        }

        @Test
        void becausePostageWasTakenBack() {
            Charge postage = postage(NOTICE, REQUEST, ANOTHER_REQUEST);
            events.append(charged(BILL, postage), reversed(BILL, postage));
            events.append(charged(NEXT_BILL, postage.reversedOn(REVERSED_ON)));

            assertThat(charge("P-" + NOTICE).orElseThrow().reversal()).isEqualTo("V-P-" + NOTICE);
            assertThat(charge("V-P-" + NOTICE).orElseThrow().cause())
                    .isEqualTo(new Cause("ChargeReversed", BILL, REVERSED_ON, null));
        }
    }

    @Nested
    class WhatACertificateCost {

        @Test
        void isEveryChargeOfItWithThePostageOfItsNoticesInOrderOfTheirDays() {
            Charge postage = postage(NOTICE, ANOTHER_REQUEST, REQUEST);
            events.append(charged(BILL, postage), charged(BILL, renewal(REQUEST, 2)), charged(BILL, licence(REQUEST)));
            events.append(charged(BILL, licence(ANOTHER_REQUEST)));
            events.append(reversed(BILL, licence(REQUEST)));
            events.append(charged(NEXT_BILL, licence(REQUEST).reversedOn(REVERSED_ON)));

            assertThat(ofCertificate(REQUEST))
                    .containsExactly("L-" + REQUEST, "R-" + REQUEST + "-2", "P-" + NOTICE, "V-L-" + REQUEST);
            assertThat(ofCertificate(ANOTHER_REQUEST)).containsExactly("L-" + ANOTHER_REQUEST, "P-" + NOTICE);
        }

        @Test
        void leadsToEachChargeAndFromItBackToTheCertificate() {
            events.append(charged(BILL, licence(REQUEST)), charged(BILL, postage(NOTICE, ANOTHER_REQUEST, REQUEST)));

            for (String chargeId : ofCertificate(REQUEST)) {
                assertThat(charge(chargeId).orElseThrow().line().requestIds()).contains(REQUEST);
            }
        }
    }

    private Optional<ChargeView> charge(String chargeId) {
        return find(new FindCharge(chargeId), ChargeView.class);
    }

    private List<String> ofCertificate(String requestId) {
        return ask(new ListCharges(requestId), Charges.class).items().stream()
                .map(charge -> charge.line().chargeId())
                .toList();
    }
}
