package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.institution.PrintableText;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.PrintedDocument;
import jp.shomei.correspondence.document.Rendered;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterPrinterTest {

    private static final int NAME_LIMIT = 60;
    private static final LetterPrinter PRINTER = new LetterPrinter(new DocumentPrinter(), PriceTable.asPublished());

    @Nested
    class TheFront {

        private final String page =
                Rendered.pages(PRINTER.print(LetterSamples.letter(2)).pdf()).getFirst();

        TheFront() throws IOException {}

        @Test
        void isAddressedToTheInstitutionAndTheAddressee() {
            assertThat(page).contains("〒060-0001北海道札幌市中央区北一条西1丁目1番1号証明ビル7階証明クリニック総務課様");
        }

        @Test
        void namesSenderAndForwardingAgent() {
            assertThat(page)
                    .contains("〒105-0004東京都港区新橋二丁目1番1号山口ビルディング3階社会保険診療報酬支払基金")
                    .contains("【発送代行】【還付先】株式会社ネクスウェイe-オンデマンド便サービス事務局〒275-0023千葉県習志野市芝園2-5-3");
        }

        @Test
        void isOfTheDayOfPosting() {
            assertThat(page).contains("2021/03/11");
        }

        @Test
        void leavesRoomForTheRegisteredNumber() {
            assertThat(page).contains("書留番号---").contains("000021#").contains(LetterSamples.NOTICE_ID + "1/3");
        }

        @Test
        void saysWhatItIsAndWhatToBear() {
            assertThat(page)
                    .contains("オンライン請求ネットワーク関連システム共通認証局電子証明書発行通知書")
                    .contains("平素は、")
                    .contains("【留意事項】")
                    .contains("発行（更新）料は1枚当たり", "1,500円（税込）")
                    .contains("郵送手数料は1通当たり", "753円（税込）")
                    .contains("診療（調剤）報酬支払額からの控除又は「電子証明書発行・更新料払込請求書」による振込み")
                    .contains("特定健診・特定保健指導機関及び医療保険者等への発行（更新）料は")
                    .contains("電子証明書の更新が必要です");
        }

        @Test
        void showsTheRegisteredNumberOnceItIsKnown() throws IOException {
            LetterContent blank = LetterSamples.letter(1);
            LetterContent posted = new LetterContent(
                    blank.noticeId(),
                    blank.dispatchOn(),
                    blank.address(),
                    blank.addressee(),
                    "399-60-00001-0",
                    null,
                    blank.issuer(),
                    blank.boxes());

            assertThat(Rendered.text(PRINTER.print(posted).pdf()))
                    .contains("書留番号399-60-00001-0")
                    .contains("------#");
        }
    }

    @Test
    void saysWhatHasToBePaidByItsDays() throws IOException {
        // issued on the tenth, posted on the eleventh
        PriceTable prices = PriceTable.asPublished()
                .and(List.of(
                        new PriceTable.Entry(LocalDate.of(2021, 3, 10), 1_800, 1_800, 800),
                        new PriceTable.Entry(LocalDate.of(2021, 3, 11), 2_000, 1_800, 404),
                        new PriceTable.Entry(LocalDate.of(2021, 3, 12), 9_000, 9_000, 9_000)));
        assertThat(first(prices))
                .contains("発行（更新）料は1枚当たり", "1,800円（税込）", "郵送手数料は1通当たり", "404円（税込）")
                .doesNotContain("1,500円", "2,000円", "753円", "9,000円");
    }

    @Test
    void namesARenewalApartIfItCostsSomethingElse() throws IOException {
        PriceTable prices = new PriceTable(List.of(new PriceTable.Entry(PriceTable.FIRST_DAY, 1_500, 1_400, 753)));
        assertThat(first(prices)).contains("電子証明書の発行料は1枚当たり", "1,500円（税込）", "更新料は1枚当たり", "1,400円（税込）");
    }

    private static String first(PriceTable prices) throws IOException {
        PrintedDocument letter = new LetterPrinter(new DocumentPrinter(), prices).print(LetterSamples.letter(1));
        return Rendered.pages(letter.pdf()).getFirst();
    }

    @Test
    void tellsOnTheBackHowToDownload() throws IOException {
        assertThat(Rendered.pages(PRINTER.print(LetterSamples.letter(1)).pdf()).get(1))
                .contains("電子証明書のダウンロード手順")
                .contains("証明書パスワード（半角数字4桁）")
                .contains("ユーザーマニュアル");
    }

    @Test
    void givesEachCertificateABox() throws IOException {
        String boxes =
                Rendered.pages(PRINTER.print(LetterSamples.letter(2)).pdf()).get(2);

        assertThat(boxes)
                .contains("本通知書には2台分の電子証明書")
                .contains("申請した台数分の欄があることをご確認ください")
                .contains("1台目発行者Online" + "BillingNWCommonRootG1発行先0110214822端末名称総合受付端末01")
                .contains("リクエストID202103100000001")
                .contains("リファレンスID7K3M-Q001-XW9T")
                .contains("電子証明書有効期間2021/03/10～2024/06/10")
                .contains("有効期限2021/09/06")
                .contains("2台目")
                .contains("7K3M-Q002-XW9T")
                .doesNotContain("3台目")
                .contains("注1", "重要な情報が記載されています")
                .contains("注2", "電子証明書の更新及び失効手続きに備え")
                .contains("3/3");
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 3", "3, 3", "4, 4", "7, 5"})
    void breaksNoBoxAcrossPages(int boxes, int pages) throws IOException {
        PrintedDocument letter = PRINTER.print(LetterSamples.letter(boxes));

        List<String> read = Rendered.pages(letter.pdf());
        assertThat(letter.pages()).isEqualTo(pages).isEqualTo(read.size());
        for (int box = 1; box <= boxes; box++) {
            String first = LetterSamples.requestId(box);
            String last = LetterSamples.referenceId(box);
            String nth = box + "台目発行者";
            assertThat(read).filteredOn(page -> page.contains(first)).hasSize(1).allSatisfy(page -> assertThat(page)
                    .contains(last)
                    .contains(nth));
        }
        assertThat(read.getLast()).contains("注1").contains("注2").contains(pages + "/" + pages);
    }

    @Nested
    class WhatIsFiled {

        @Test
        void isTextWhateverItLooksLike() throws IOException {
            String terminal = "テスト中です#%& * > ? @ <img src='file:///etc/passwd'/> {{issuer}} &amp;";

            assertThat(Rendered.text(
                            PRINTER.print(LetterSamples.naming(terminal)).pdf()))
                    .contains("端末名称" + terminal.replace(" ", ""));
        }

        @Test
        void isShownWholeHoweverLongItIs() throws IOException {
            String address = "北海道札幌市中央区北一条西".repeat(16).substring(0, 200);
            String name = "医療法人社団証明会".repeat(12).substring(0, 100);
            String contact = "経営企画総務人事部".repeat(7).substring(0, 60);
            String terminal = "総合受付端末装置一号機".repeat(6).substring(0, 60);

            LetterContent letter = LetterSamples.letter(
                    new PostalAddress("0600001", address, name), new Contact(contact, "", null), terminal, 1);

            assertThat(Rendered.text(PRINTER.print(letter).pdf()))
                    .contains("〒060-0001" + address + name + contact + "様")
                    .contains("端末名称" + terminal);
        }

        @Test
        void isReadAsTheCharactersThatWereMeant() throws IOException {
            // characters that share their glyph with a radical, of which a reader of the file may take either
            String text = "行長青音食馬高龍";

            String read =
                    Rendered.text(PRINTER.print(LetterSamples.naming(text)).pdf());

            assertThat(read).contains("端末名称" + text).contains("電子証明書発行通知書");
            assertThat(read.codePoints())
                    .noneMatch(character ->
                            Character.UnicodeBlock.of(character) == Character.UnicodeBlock.KANGXI_RADICALS);
        }

        @Test
        void canBeAnyCharacterThatTheRegistrationAccepts() throws IOException {
            String all = IntStream.rangeClosed(' ', Character.MAX_VALUE)
                    .filter(character -> Character.isDefined(character) && !Character.isISOControl(character))
                    .filter(character -> !Character.isSurrogate((char) character))
                    .mapToObj(Character::toString)
                    .filter(PrintableText::isPrintable)
                    .reduce("", String::concat);

            assertThat(all.length()).isGreaterThan(7_000);
            List<String> names = IntStream.iterate(0, from -> from < all.length(), from -> from + NAME_LIMIT)
                    .mapToObj(from -> all.substring(from, Math.min(from + NAME_LIMIT, all.length())))
                    .toList();
            String read =
                    Rendered.text(PRINTER.print(LetterSamples.naming(names)).pdf());
            assertThat(names).allSatisfy(name -> {
                // the font has no micro sign and no sum sign, and one glyph for both hyphens, and for both wave dashes
                String drawn = name.replaceAll("[\\s\u3000]", "")
                        .replace('µ', 'μ')
                        .replace('∑', 'Σ')
                        .replace('‐', '-')
                        .replace('〜', '～');
                assertThat(read).contains("端末名称" + drawn + "電子証明書");
            });
        }

        @Test
        void isRefusedIfTheFontCannotDrawIt() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> PRINTER.print(LetterSamples.naming("端末\uD83D\uDE00")))
                    .withMessageContaining("U+1F600");
        }
    }

    @Nested
    class TheFile {

        @Test
        void isTheSameForTheSameLetter() {
            byte[] first = PRINTER.print(LetterSamples.letter(3)).pdf();

            assertThat(new LetterPrinter(new DocumentPrinter(), PriceTable.asPublished())
                            .print(LetterSamples.letter(3))
                            .pdf())
                    .isEqualTo(first);
        }

        @Test
        void isTheSameWhoeverElseIsPrinting() throws Exception {
            byte[] alone = PRINTER.print(LetterSamples.letter(2)).pdf();
            try (ExecutorService others = Executors.newFixedThreadPool(4)) {
                List<Future<PrintedDocument>> letters = IntStream.range(0, 12)
                        .mapToObj(index -> others.submit(() -> PRINTER.print(LetterSamples.letter(1 + index % 3))))
                        .toList();
                for (int index = 1; index < letters.size(); index += 3) {
                    assertThat(letters.get(index).get().pdf()).isEqualTo(alone);
                }
            }
        }

        @Test
        void tellsOnlyTheDayOfPosting() throws IOException {
            try (PDDocument document =
                    Loader.loadPDF(PRINTER.print(LetterSamples.letter(1)).pdf())) {
                var information = document.getDocumentInformation();
                assertThat(information.getCreationDate().toInstant()).isEqualTo("2021-03-10T15:00:00Z");
                assertThat(information.getModificationDate().toInstant()).isEqualTo("2021-03-10T15:00:00Z");
                assertThat(information.getProducer()).isEqualTo("Shomei");
                assertThat(information.getMetadataKeys())
                        .containsExactlyInAnyOrder("Title", "Producer", "CreationDate", "ModDate");
            }
        }

        @Test
        void embedsItsOneFontAsASubset() throws IOException {
            byte[] pdf = PRINTER.print(LetterSamples.letter(1)).pdf();
            assertThat(pdf.length).isLessThan(200_000);
            assertThat(Rendered.fonts(pdf)).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+IPAexGothic");
            });
        }
    }
}
