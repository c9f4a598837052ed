package jp.shomei.correspondence.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.mail.MailKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTextsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 10);
    private static final Map<MailKind, List<String>> OWN_VALUES = new EnumMap<>(Map.of(
            MailKind.FEE_OVERDUE, List.of("slipNumber", "month", "amount", "dueOn", "revokeAfter"),
            MailKind.APPLICATION_RECEIVED, List.of("appliedOn"),
            MailKind.APPLICATION_REJECTED, List.of("reason", "rejectedOn"),
            MailKind.NOTICE_POSTED,
                    List.of("dispatchedOn", "trackingNumber", "validFrom", "validUntil", "downloadUntil"),
            MailKind.NOTICE_RETURNED, List.of("postalCode", "address", "returnedOn", "reason", "downloadUntil"),
            MailKind.DOWNLOAD_ENDS, List.of("daysLeft", "endsOn", "remindedOn"),
            MailKind.CERTIFICATE_EXPIRES, List.of("daysLeft", "endsOn", "remindedOn", "renewableFrom"),
            MailKind.CERTIFICATE_RENEWED, List.of("renewedOn", "expiresOn", "downloadUntil", "previousValidUntil"),
            MailKind.CERTIFICATE_REVOKED, List.of("revokedOn", "reason", "commonName"),
            MailKind.CONTACT_CHANGED, List.of("changedOn")));

    private final MailTexts texts = new MailTexts();

    @ParameterizedTest
    @EnumSource
    void saysInEveryMailWhomItIsForWhatItIsAboutAndWhomToAsk(MailKind kind) {
        String text = texts.write(kind, wording(kind, "").values()).text();

        assertThat(text)
                .startsWith("証明クリニック\n総務課 様\n\n")
                .contains("\nリクエストID：202103100000001\n端末名称等：総合受付 端末01\n医療機関コード：0110214822\n")
                .contains("\n※本メールは送信専用です。本メールへの返信にはご回答できません。\n")
                .contains(
                        "\nオンライン資格確認等コールセンター\n0800-080-4583（通話無料）\n" + "月曜日～金曜日 8:00～18:00、土曜日 8:00～16:00（いずれも祝日を除く）\n")
                .endsWith("-\n");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingOfTheTemplateAndNoDayOfAProgrammer(MailKind kind) {
        MailTexts.Written written = texts.write(kind, wording(kind, "").values());

        assertThat(written.subject()).matches("【電子証明書 [^】]+】");
        assertThat(written.text())
                .doesNotContain("{{", "}}", "null", "\r", "\t", "\n\n\n", " \n")
                .doesNotContainPattern("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                .doesNotContainPattern("[0-9]{4}/[0-9]{2}/[0-9]{2}")
                .doesNotContain("リファレンス", "パスワード");
    }

    @ParameterizedTest
    @EnumSource
    void doesWithoutTheInstitutionWhereItIsNotKnown(MailKind kind) {
        Wording wording = Wording.about("202103100000001", contact(), "総合受付 端末01", null, null);

        assertThat(texts.write(kind, fill(wording, kind, "").values()).text())
                .startsWith("総務課 様\n\n")
                .contains("\nリクエストID：202103100000001\n端末名称等：総合受付 端末01\n")
                .doesNotContain("\n医療機関コード", "保険者番号");
    }

    @ParameterizedTest
    @EnumSource
    void refusesToLeaveOutAValue(MailKind kind) {
        for (String missing : OWN_VALUES.get(kind)) {
            assertThatThrownBy(() -> texts.write(kind, wording(kind, missing).values()))
                    .as("%s of %s", missing, kind)
                    .isInstanceOf(MustacheException.class);
        }
    }

    private static Wording wording(MailKind kind, String missing) {
        return fill(Wording.about("202103100000001", contact(), "総合受付 端末01", "0110214822", "証明クリニック"), kind, missing);
    }

    private static Wording fill(Wording wording, MailKind kind, String missing) {
        wording.with("lastDay", false)
                .with("renewed", false)
                .with("installed", true)
                .with("unpaid", true)
                .with("atStake", true)
                .with("certificates", List.of(new OverdueWords.Named("202103100000001", "総合受付 端末01")))
                .withMore(1)
                .with("addressChanged", true)
                .with("keys", List.of(new RevocationWords.Key("発行時の電子証明書", "4f1a")))
                .with("changes", List.of(new ContactWords.Change("電話番号", "0112345678", "0112345679")));
        for (String name : OWN_VALUES.get(kind)) {
            if (!name.equals(missing)) {
                wording =
                        name.endsWith("On") || name.endsWith("After") || name.endsWith("Until") || name.endsWith("From")
                                ? wording.with(name, DAY)
                                : wording.with(name, "値");
            }
        }
        return wording;
    }

    private static Contact contact() {
        return new Contact("総務課", "0112345678", "soumu@example.jp");
    }
}
