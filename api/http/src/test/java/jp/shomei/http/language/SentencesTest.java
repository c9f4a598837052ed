package jp.shomei.http.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.ApplicationForm;
import jp.shomei.contracts.institution.RegistrationForm;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.contracts.refusal.FieldRule;
import jp.shomei.http.certificate.AmendmentController;
import jp.shomei.http.certificate.DecisionController;
import jp.shomei.http.certificate.DownloadController;
import jp.shomei.http.certificate.RevocationController;
import jp.shomei.http.fee.BillController;
import jp.shomei.http.fee.ChargeController;
import jp.shomei.http.notice.PostingController;
import jp.shomei.http.refusal.BadLine;
import jp.shomei.http.time.ClockController;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private final Sentences sentences = new Sentences();

    @Test
    void areTheSameInBothLanguages() throws IOException {
        assertThat(keys("messages_en.properties")).containsExactlyInAnyOrderElementsOf(keys("messages.properties"));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void sayWhatEveryCodeMeansAndWhatToDo(ErrorCode code) {
        assertThat(sentences.title(code, Locale.JAPANESE)).containsPattern("[ぁ-ん一-龠]");
        assertThat(sentences.detail(code, List.of("1"), Locale.JAPANESE))
                .endsWith("。")
                .doesNotContain("{");
        assertThat(sentences.title(code, Locale.ENGLISH)).matches("\\p{ASCII}+");
        assertThat(sentences.detail(code, List.of("1"), Locale.ENGLISH))
                .endsWith(".")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @EnumSource(FieldRule.class)
    void sayWhatEveryRuleAsksFor(FieldRule rule) {
        FieldError error = FieldError.of("phone", rule, "1", "2");
        assertThat(sentences.field(error, Locale.JAPANESE))
                .containsPattern("[ぁ-ん一-龠]")
                .doesNotContain("{");
        assertThat(sentences.field(error, Locale.ENGLISH))
                .isNotBlank()
                .doesNotContain("{")
                .doesNotContain("。");
    }

    @ParameterizedTest
    @EnumSource(BadLine.Fault.class)
    void sayHowALineCanBeBad(BadLine.Fault fault) {
        assertThat(sentences.say("line." + fault, Locale.JAPANESE)).endsWith("。");
        assertThat(sentences.say("line." + fault, Locale.ENGLISH)).endsWith(".");
    }

    @Test
    void knowEveryFieldByName() throws IOException {
        List<String> keys = keys("messages.properties");
        Stream.of(
                        ApplicationForm.class,
                        RegistrationForm.class,
                        DecisionController.Rejection.class,
                        RevocationController.Request.class,
                        RevocationController.Refusal.class,
                        AmendmentController.Update.class,
                        AmendmentController.Extension.class,
                        AmendmentController.Reissue.class,
                        DownloadController.KeyDownload.class,
                        DownloadController.RequestDownload.class,
                        PostingController.Dispatch.class,
                        PostingController.Return.class,
                        BillController.WriteOff.class,
                        ChargeController.Reversal.class,
                        ClockController.Move.class)
                .flatMap(form -> Arrays.stream(form.getRecordComponents()))
                .map(RecordComponent::getName)
                .forEach(field -> assertThat(keys).contains("name." + field));
        assertThat(keys)
                .contains("name.on", "name.channel", "name.months", "name.serialNumber")
                .contains("name.month", "name.charset", "name.status", "name.attempt", "name.outcome")
                .contains("name.code", "name.institution", "name.cursor", "name.limit", "name.dispatchOn", "name.asOf");
    }

    @Test
    void nameTheFieldAndWhatItShouldBe() {
        assertThat(sentences.field(FieldError.of("institutionCode", FieldRule.DIGITS, "7"), Locale.JAPANESE))
                .isEqualTo("医療機関コードは半角数字7桁で入力してください。");
        assertThat(sentences.field(FieldError.of("institution", FieldRule.DIGITS, "10"), Locale.JAPANESE))
                .isEqualTo("医療機関コードは半角数字10桁、保険者番号は半角数字8桁で入力してください。");
    }

    @Test
    void tellTheClerkWhatToFileFirst() {
        assertThat(sentences.detail(ErrorCode.INSTITUTION_NOT_REGISTERED, List.of(), Locale.JAPANESE))
                .contains("先に届出を行い");
        assertThat(sentences.detail(ErrorCode.PAYMENT_METHOD_MISSING, List.of(), Locale.JAPANESE))
                .contains("オンライン資格確認またはオンライン請求の利用申請");
    }

    @Test
    void quoteAStrangersFieldHarmlessly() {
        String sentence =
                sentences.field(FieldError.of("{0}\u0007\n" + "x".repeat(500), FieldRule.UNKNOWN), Locale.JAPANESE);
        assertThat(sentence).startsWith("{0}??xxx").endsWith("…という項目はありません。項目名を確認してください。");
    }

    private static List<String> keys(String file) throws IOException {
        Properties catalogue = new Properties() {
            @Override
            public synchronized @Nullable Object put(Object key, Object value) {
                assertThat(super.put(key, value)).as("twice: %s", key).isNull();
                return null;
            }
        };
        try (Reader reader = new InputStreamReader(
                Sentences.class.getResourceAsStream("/jp/shomei/http/" + file), StandardCharsets.UTF_8)) {
            catalogue.load(reader);
        }
        return catalogue.keySet().stream().map(String::valueOf).toList();
    }
}
