package jp.shomei.correspondence.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.NoticeBox;

/** Letters as they might be. */
final class LetterSamples {

    static final String NOTICE_ID = "20210311-0110214822-9f3c2ab1";
    static final String ISSUER = "Online Billing NW Common Root G1";
    static final LocalDate DAY = LocalDate.of(2021, 3, 11);
    static final PostalAddress ADDRESS = new PostalAddress("0600001", "北海道札幌市中央区北一条西1丁目1番1号 証明ビル7階", "証明クリニック");
    static final Contact ADDRESSEE = new Contact("総務課", "0112345678", "soumu@example.jp");

    private LetterSamples() {}

    static LetterContent letter(int boxes) {
        return letter(ADDRESS, ADDRESSEE, "総合受付 端末", boxes);
    }

    static LetterContent letter(PostalAddress address, Contact addressee, String terminal, int boxes) {
        return new LetterContent(
                NOTICE_ID,
                DAY,
                address,
                addressee,
                null,
                21,
                ISSUER,
                IntStream.rangeClosed(1, boxes)
                        .mapToObj(index -> new LetterContent.Box(
                                box(index, terminal + String.format("%02d", index)), referenceId(index)))
                        .toList());
    }

    static LetterContent naming(String terminal) {
        return naming(List.of(terminal));
    }

    static LetterContent naming(List<String> terminals) {
        return new LetterContent(
                NOTICE_ID,
                DAY,
                ADDRESS,
                ADDRESSEE,
                null,
                21,
                ISSUER,
                IntStream.rangeClosed(1, terminals.size())
                        .mapToObj(index ->
                                new LetterContent.Box(box(index, terminals.get(index - 1)), referenceId(index)))
                        .toList());
    }

    static NoticeBox box(int index, String terminal) {
        return new NoticeBox(
                requestId(index),
                InstitutionCode.of("0110214822"),
                terminal,
                LocalDate.of(2021, 3, 10),
                LocalDate.of(2024, 6, 10),
                LocalDate.of(2021, 9, 6),
                1);
    }

    static String requestId(int index) {
        return String.format("20210310%07d", index);
    }

    static String referenceId(int index) {
        return String.format("7K3M-Q0%02d-XW9T", index);
    }
}
