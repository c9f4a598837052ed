package jp.shomei.correspondence.mail;

import java.util.List;
import jp.shomei.contracts.certificate.CertificateRevoked;
import jp.shomei.contracts.certificate.RevocationReason;
import jp.shomei.contracts.certificate.RevocationRequester;
import jp.shomei.contracts.certificate.RevokedKey;

/** What a holder reads of a revocation. */
final class RevocationWords {

    private RevocationWords() {}

    /** One certificate that is revoked. */
    record Key(String label, String serialNumber) {}

    static String reason(CertificateRevoked event) {
        return isForNonPayment(event) ? "発行・更新料の未納" : reason(event.reason());
    }

    /** Nobody asked for it: the fees were not paid. */
    static boolean isForNonPayment(CertificateRevoked event) {
        return event.reason() == RevocationReason.CESSATION_OF_OPERATION
                && event.requester() == RevocationRequester.SYSTEM;
    }

    private static String reason(RevocationReason reason) {
        return switch (reason) {
            case UNSPECIFIED -> "その他";
            case KEY_COMPROMISE -> "盗難、紛失または不正使用のおそれ";
            case AFFILIATION_CHANGED -> "医療機関コード等の変更または廃止";
            case SUPERSEDED -> "別の電子証明書への切替え";
            case CESSATION_OF_OPERATION -> "利用の終了";
            case PRIVILEGE_WITHDRAWN -> "認証局による取消し";
        };
    }

    static List<Key> keys(List<RevokedKey> keys) {
        return keys.stream()
                .map(key -> new Key(label(key.generation()), key.serialNumber()))
                .toList();
    }

    private static String label(int generation) {
        return generation == 1 ? "発行時の電子証明書" : "更新後の電子証明書（更新" + (generation - 1) + "回目）";
    }
}
