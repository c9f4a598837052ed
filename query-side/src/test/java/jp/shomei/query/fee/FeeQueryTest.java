package jp.shomei.query.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jp.shomei.contracts.fee.BillingMonth;
import jp.shomei.contracts.fee.FilePart;
import jp.shomei.contracts.fee.LedgerFile;
import jp.shomei.contracts.fee.LedgerLine;
import jp.shomei.contracts.fee.LedgerPage;
import jp.shomei.contracts.fee.ListLedgerLines;
import jp.shomei.contracts.fee.ReadLedgerFile;
import jp.shomei.query.QueryTest;
import org.jspecify.annotations.Nullable;

/** Questions about fees. */
abstract class FeeQueryTest extends QueryTest {

    /** A whole file, put together from its parts. */
    protected final String file(BillingMonth month, LedgerFile file) {
        return String.join("", parts(month, file).stream().map(FilePart::text).toList());
    }

    /** The rows of a file, without the header, as they are in it. */
    protected final List<String> rows(BillingMonth month, LedgerFile file) {
        return file(month, file).lines().skip(1).toList();
    }

    /** The parts of a file. */
    protected final List<FilePart> parts(BillingMonth month, LedgerFile file) {
        List<FilePart> parts = new ArrayList<>();
        @Nullable String after = null;
        do {
            FilePart part = ask(new ReadLedgerFile(month, file, after), FilePart.class);
            parts.add(part);
            assertThat(parts).extracting(FilePart::next).doesNotHaveDuplicates();
            after = part.next();
        } while (after != null);
        return parts;
    }

    /** The lines of a month, read so many at a time. */
    protected final List<LedgerLine> lines(BillingMonth month, int limit) {
        List<LedgerLine> lines = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            LedgerPage page = ask(new ListLedgerLines(month, cursor, limit), LedgerPage.class);
            lines.addAll(page.lines());
            assertThat(lines).extracting(LedgerLine::chargeId).doesNotHaveDuplicates();
            cursor = page.nextCursor();
        } while (cursor != null);
        return lines;
    }

    /** The digest of a file in UTF-8. */
    protected static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new AssertionError(everyPlatformHasIt);
        }
    }
}
