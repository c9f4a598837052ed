package jp.shomei.command.notice;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.InstitutionCode;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.message.Sha256;

/**
 * Names of notices. Certificates of the same institution, address, addressee and dispatch day share one name and so
 * travel in one letter, whoever comes first and however often the event is seen.
 */
final class NoticeId {

    private static final int DIGEST_BYTES = 4;

    private NoticeId() {}

    /**
     * The name of a shared notice.
     *
     * @param restores how often the history had been restored: what was issued before has nothing to do with what came after
     */
    static String of(
            LocalDate dispatchOn, InstitutionCode institution, PostalAddress address, Contact addressee, int restores) {
        return "N" + dispatchOn.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + institution + "-"
                + digest(address + "\n" + addressee.name() + (restores == 0 ? "" : "\n" + restores));
    }

    /**
     * The name of a notice that carries one certificate alone: missed letters of the first edition, and every one that
     * replaces a lost one.
     */
    static String alone(LocalDate dispatchOn, InstitutionCode institution, String requestId, int edition) {
        String first = "N" + dispatchOn.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + institution + "-" + requestId;
        return edition == 1 ? first : first + "-" + edition;
    }

    private static String digest(String text) {
        byte[] digest = Sha256.of(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    }
}
