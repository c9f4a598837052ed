package jp.shomei.correspondence.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import jp.shomei.contracts.fee.PriceTable;
import jp.shomei.contracts.institution.Contact;
import jp.shomei.contracts.institution.PostalAddress;
import jp.shomei.contracts.notice.Letter;
import jp.shomei.contracts.notice.NoticeBox;
import jp.shomei.contracts.notice.NoticeStatus;
import jp.shomei.contracts.notice.NoticeView;
import jp.shomei.contracts.notice.RenderLetter;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.Refused;
import jp.shomei.correspondence.document.DocumentPrinter;
import jp.shomei.correspondence.document.Rendered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LetterQueryHandlerTest {

    /** Of {@code C=JP, O="Example, Inc.", CN=Test Issuing CA}. */
    private static final String CERTIFICATE =
            "MIIB1jCCAXugAwIBAgIUBboMh6mZSmUA0hFhvdnXZXWNM7owCgYIKoZIzj0EAwIwPzELMAkGA1UEBhMCSlAxFjAU"
                    + "BgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rlc3QgSXNzdWluZyBDQTAgFw0yNjExMjAxMTM3NTJaGA8y"
                    + "MTI2MTAyNzExMzc1MlowPzELMAkGA1UEBhMCSlAxFjAUBgNVBAoMDUV4YW1wbGUsIEluYy4xGDAWBgNVBAMMD1Rl"
                    + "c3QgSXNzdWluZyBDQTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABAfdVvozPLn0/djszjR0eZeDanZu93OzaxDC"
                    + "tmyEYmMWud4L6ksVLU8tEBZQNRRMzIGWuRUur5P+r32FNppoD/SjUzBRMB0GA1UdDgQWBBTrh6KGmHIi9IVSz6fC"
                    + "O143QSJB9zAfBgNVHSMEGDAWgBTrh6KGmHIi9IVSz6fCO143QSJB9zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49"
                    + "BAMCA0kAMEYCIQCd2mJz++QO94T6xFpY7AeA597rMAkY4PZhXnAdVfXRbgIhAPUZqJDNzYC8EVrspC6S3VENrj7S"
                    + "7CPhktdrRKaH2xNJ";

    private static final String NOTICE = "20210311-0110214822-00000001";

    private final Post post = new Post();
    private final LetterQueryHandler handler = new Letters()
            .letterQueryHandler(
                    post.queryGateway(), new LetterPrinter(new DocumentPrinter(), PriceTable.asPublished()));

    @Test
    void printsTheNoticeAsItStandsNow() throws IOException {
        post.issuesBy(CERTIFICATE);
        post.shown.put(NOTICE, notice(List.of(box(1, 1), box(2, 3)), "399-60-00001-0"));

        Letter letter = handler.handle(new RenderLetter(NOTICE));

        assertThat(letter.toString()).doesNotContain("E1");
        assertThat(Rendered.text(letter.pdf()))
                .contains("書留番号399-60-00001-0", "2021/03/11", "証明クリニック総務課様")
                .contains("発行者TestIssuingCA")
                .contains("リファレンスID0000001-E1", "リファレンスID0000002-E3")
                .contains("本通知書には2台分");
    }

    @Test
    void saysThatThereIsNoSuchNotice() {
        assertThatThrownBy(() -> handler.handle(new RenderLetter("nothing")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ErrorCode.NOTICE_NOT_FOUND));
    }

    private static NoticeBox box(int index, int edition) {
        NoticeBox first = LetterSamples.box(index, "総合受付");
        return new NoticeBox(
                first.requestId(),
                first.holder(),
                first.terminalName(),
                first.validFrom(),
                first.validUntil(),
                first.downloadUntil(),
                edition);
    }

    private static NoticeView notice(List<NoticeBox> boxes, @Nullable String trackingNumber) {
        return new NoticeView(
                NOTICE,
                "0110214822",
                new PostalAddress("0600001", "北海道札幌市中央区北一条西1", "証明クリニック"),
                new Contact("総務課", "0112345678", "soumu@example.jp"),
                Post.DAY,
                Post.DAY.plusDays(2),
                NoticeStatus.DISPATCHED,
                NoticeStatus.DISPATCHED.label(),
                trackingNumber,
                Post.DAY,
                null,
                null,
                null,
                null,
                List.of(),
                boxes);
    }
}
