package jp.shomei.correspondence.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.shomei.contracts.fee.BillView;
import jp.shomei.contracts.fee.ChargeKind;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.SlipIssuer;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.correspondence.document.Archivable;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.PrintedDocument;
import jp.shomei.correspondence.document.Rendered;
import jp.shomei.correspondence.document.UnprintableDocument;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SlipPrinterTest {

    private static final DocumentPrinter DOCUMENTS = new DocumentPrinter();
    private static final SlipPrinter PRINTER = new SlipPrinter(DOCUMENTS);
    private static final String TABLE_HEAD = "番号内容リクエストID・通知書番号発生日金額（税込・円）";

    @Nested
    class OfAUsualBill {

        private final String page =
                Rendered.pages(print(SlipSamples.usual()).pdf()).getFirst();

        OfAUsualBill() throws IOException {}

        @Test
        void isAddressedToThePayer() {
            assertThat(page).contains("〒060-0001北海道札幌市中央区北一条西1丁目1番1号証明ビル7階証明クリニック御中");
        }

        @Test
        void namesTheIssuerAndItsRegistration() {
            assertThat(page)
                    .contains("〒105-0004東京都港区新橋二丁目1番1号山口ビルディング3階社会保険診療報酬支払基金")
                    .contains("適格請求書発行事業者登録番号T7000012050002");
        }

        @Test
        void saysWhatItIsOfWhichMonthAndDay() {
            assertThat(page)
                    .contains("請求書番号2024-06-0110214822発行日2024年6月10日")
                    .contains("電子証明書発行・更新料払込請求書")
                    .contains("（2024年6月請求分）")
                    .contains("1/1");
        }

        @Test
        void saysHowMuchUntilWhenAndTheTaxOnAllOfItTogether() {
            assertThat(page)
                    .contains("ご請求金額（税込）3,000円支払期限2024年7月10日")
                    // 272 of 3,000; line by line it would be 136 and 136 and 68 less 68
                    .contains("10%対象（税込）3,000円うち消費税（10%）272円");
        }

        @Test
        void saysWhereToPay() {
            assertThat(page).contains("支払期限までに、見本銀行本店普通1234567へ振り込んでください。");
        }

        @Test
        void saysWhatToBearAndWhatFollowsIfItIsNotPaid() {
            assertThat(page).contains("振込手数料はご負担ください。").contains("支払期限までにお支払いがない場合は電子証明書を失効します。");
        }

        @Test
        void listsEveryLineAndTheirSum() {
            assertThat(page)
                    .contains("2024年6月請求分の明細" + TABLE_HEAD
                            + "1発行料2024041000000012024年4月10日1,500"
                            + "2更新料2024041000000022024年4月15日1,500"
                            + "3郵送手数料N20240411-0110214822-9f3c2ab12024年4月11日753"
                            + "4郵送手数料（取消）N20240411-0110214822-9f3c2ab12024年4月30日-753"
                            + "合計3,000");
        }
    }

    @Test
    void roundsTheTaxOfTheWholeAndNotOfEachLine() throws IOException {
        var postage = SlipSamples.line(ChargeKind.POSTAGE, "202404100000001", SlipSamples.NOTICE_ID, 753, null, 11);

        // 205 of 2,259, but 3 times 68 is 204
        assertThat(text(SlipSamples.bill(List.of(postage, postage, postage)))).contains("うち消費税（10%）205円");
    }

    @Test
    void saysThatTheIssuerIsNotRegisteredIfItIsNot() throws IOException {
        assertThat(text(SlipSamples.sentBy(new SlipIssuer(null, "同封の払込取扱票に記載の口座"))))
                .contains("適格請求書発行事業者登録番号未登録")
                .contains("同封の払込取扱票に記載の口座へ振り込んでください。")
                .doesNotContain("T7000012050002");
    }

    @Test
    void doesNotMakeUpWhatASlipSaidOfItsIssuerThatIsNotRecorded() throws IOException {
        assertThat(text(SlipSamples.sentBy(null)))
                .contains("適格請求書発行事業者登録番号記録なし")
                .contains("送付済みの払込請求書に記載の口座へ振り込んでください。");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "14, 1", "17, 2", "120, 4"})
    void repeatsTheHeadOfTheTableOnEveryPage(int lines, int pages) throws IOException {
        PrintedDocument slip = print(SlipSamples.approvals(lines));

        List<String> read = Rendered.pages(slip.pdf());
        assertThat(slip.pages()).isEqualTo(pages).isEqualTo(read.size());
        for (int index = 0; index < pages; index++) {
            assertThat(read.get(index))
                    .containsOnlyOnce(TABLE_HEAD)
                    .contains("請求書番号" + SlipSamples.BILL_ID)
                    .contains((index + 1) + "/" + pages);
        }
        String all = String.join("", read);
        assertThat(IntStream.rangeClosed(1, lines).mapToObj(SlipSamples::requestId))
                .allSatisfy(id -> assertThat(all).containsOnlyOnce(id));
        assertThat(all).contains("合計" + String.format("%,d", 1_500 * lines));
    }

    @Nested
    class WhatIsFiled {

        @Test
        void isTextWhateverItLooksLike() throws IOException {
            String name = "医院<img src='file:///etc/passwd'/>{{amount}}&amp;</p>]]>";

            assertThat(text(SlipSamples.bill(new PostalAddress("0600001", "札幌市<b>", name), List.of(line()))))
                    .contains("札幌市<b>" + name.replace(" ", "") + "御中");
        }

        @Test
        void isShownWholeHoweverLongItIs() throws IOException {
            String address = "北海道札幌市中央区北一条西".repeat(16).substring(0, 200);
            String name = "医療法人社団証明会".repeat(12).substring(0, 100);

            assertThat(text(SlipSamples.bill(new PostalAddress("0600001", address, name), List.of(line()))))
                    .contains("〒060-0001" + address + name + "御中");
        }

        @Test
        void isRefusedIfTheFontCannotDrawIt() {
            BillView bill = SlipSamples.bill(new PostalAddress("0600001", "札幌市", "医院\uD83D\uDE00"), List.of(line()));

            assertThatExceptionOfType(UnprintableDocument.class)
                    .isThrownBy(() -> print(bill))
                    .withMessageContaining("U+1F600");
        }
    }

    @Nested
    class TheFile {

        @Test
        void isTheSameForTheSameBill() {
            byte[] first = print(SlipSamples.usual()).pdf();
            BillView again = SlipSamples.usual();

            assertThat(new SlipPrinter(new DocumentPrinter())
                            .print(again, slip(again))
                            .pdf())
                    .isEqualTo(first);
        }

        @Test
        void tellsItsTitleAndOnlyTheDayOfIssue() throws IOException {
            try (PDDocument document = Loader.loadPDF(print(SlipSamples.usual()).pdf())) {
                var information = document.getDocumentInformation();
                assertThat(information.getTitle()).isEqualTo("電子証明書発行・更新料払込請求書");
                assertThat(information.getCreationDate().toInstant()).isEqualTo("2024-06-09T15:00:00Z");
                assertThat(information.getModificationDate().toInstant()).isEqualTo("2024-06-09T15:00:00Z");
            }
        }

        @Test
        void embedsItsOneFontAsASubset() throws IOException {
            byte[] pdf = print(SlipSamples.approvals(120)).pdf();

            assertThat(pdf.length).isLessThan(200_000);
            assertThat(Rendered.fonts(pdf)).hasSize(4).allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+IPAexGothic");
            });
        }

        static Stream<BillView> bills() {
            return Stream.of(SlipSamples.usual(), SlipSamples.approvals(1), SlipSamples.approvals(120));
        }

        @ParameterizedTest
        @MethodSource("bills")
        void canBeKeptAsItIs(BillView bill) throws Exception {
            Archivable.keepsEveryClause(print(bill).pdf());
        }
    }

    private static LedgerLine line() {
        return SlipSamples.line(ChargeKind.LICENCE, SlipSamples.requestId(1), null, 1_500, null, 10);
    }

    private static PrintedDocument print(BillView bill) {
        return PRINTER.print(bill, slip(bill));
    }

    private static String text(BillView bill) throws IOException {
        return Rendered.text(print(bill).pdf());
    }

    private static BillView.Slip slip(BillView bill) {
        return Objects.requireNonNull(bill.slip());
    }
}
