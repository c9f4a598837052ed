package jp.shomei.correspondence.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.correspondence.document.AddressBlock;

/** The values of a letter, written as they are to be read. The names are those of the template. */
record LetterValues(
        String noticeId,
        String date,
        String addressSize,
        String postalCode,
        String address,
        String institutionName,
        String addressee,
        List<Sign> trackingNumber,
        String serial,
        String boxCount,
        List<Price> prices,
        String postage,
        List<BoxValues> boxes) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    /** The form of a number that is not known yet: the mailroom sticks or stamps it on. */
    private static final String BLANK_NUMBER = "   -  -     - ";

    private static final String NO_SERIAL = "------#";

    /** One place of the registered item's number. */
    record Sign(String kind, String sign) {
        static Sign of(int character) {
            return character == '-' ? new Sign("hyphen", "-") : new Sign("digit", Character.toString(character));
        }
    }

    /** What a certificate costs: the name of the fee, and yen. */
    record Price(String name, String amount) {}

    /** One certificate. */
    record BoxValues(
            String ordinal,
            String issuer,
            String holder,
            String terminalName,
            String requestId,
            String referenceId,
            String validity,
            String downloadUntil) {}

    static LetterValues of(LetterContent content, PriceTable prices) {
        PostalAddress address = content.address();
        String addressee = content.addressee().name() + " 様";
        Integer serial = content.serial();
        return new LetterValues(
                content.noticeId(),
                day(content.dispatchOn()),
                AddressBlock.of(address.address(), address.institutionName(), addressee)
                        .style(),
                AddressBlock.postalCode(address.postalCode()),
                address.address(),
                address.institutionName(),
                addressee,
                signs(Objects.requireNonNullElse(content.trackingNumber(), BLANK_NUMBER)),
                serial == null ? NO_SERIAL : String.format(Locale.ROOT, "%06d#", serial),
                String.valueOf(content.boxes().size()),
                prices(content, prices),
                yen(prices.postageOn(content.dispatchOn())),
                IntStream.range(0, content.boxes().size())
                        .mapToObj(index ->
                                box(index + 1, content.issuer(), content.boxes().get(index)))
                        .toList());
    }

    /** Each certificate was issued on the first day of its validity; a renewal has no letter, and may come to cost more. */
    private static List<Price> prices(LetterContent content, PriceTable prices) {
        String licence = content.boxes().stream()
                .map(box -> yen(prices.licenceFeeOn(box.of().validFrom())))
                .distinct()
                .collect(Collectors.joining("円又は"));
        String renewal = yen(prices.renewalFeeOn(content.dispatchOn()));
        return licence.equals(renewal)
                ? List.of(new Price("発行（更新）料", licence))
                : List.of(new Price("発行料", licence), new Price("更新料", renewal));
    }

    private static String yen(int amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }

    private static BoxValues box(int ordinal, String issuer, LetterContent.Box box) {
        NoticeBox certificate = box.of();
        return new BoxValues(
                String.valueOf(ordinal),
                issuer,
                certificate.holder().value(),
                certificate.terminalName(),
                certificate.requestId(),
                box.referenceId(),
                day(certificate.validFrom()) + "～" + day(certificate.validUntil()),
                day(certificate.downloadUntil()));
    }

    private static List<Sign> signs(String number) {
        return number.codePoints().mapToObj(Sign::of).toList();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
