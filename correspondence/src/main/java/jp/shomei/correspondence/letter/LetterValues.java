package jp.shomei.correspondence.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
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

    static LetterValues of(LetterContent content) {
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
                IntStream.range(0, content.boxes().size())
                        .mapToObj(index ->
                                box(index + 1, content.issuer(), content.boxes().get(index)))
                        .toList());
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
