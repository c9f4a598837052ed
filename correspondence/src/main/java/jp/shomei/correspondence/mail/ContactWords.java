package jp.shomei.correspondence.mail;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.shomei.contracts.certificate.ContactChanged;
import org.jspecify.annotations.Nullable;

/** What a holder reads of changed contact data. */
final class ContactWords {

    private static final String NONE = "（なし）";

    private ContactWords() {}

    /** One thing that was changed. */
    record Change(String label, String before, String after) {}

    /** What is different now, 変更前 and 変更後. */
    static List<Change> changes(ContactChanged event) {
        return Stream.of(
                        change(
                                "担当部署/担当者名",
                                event.before().name(),
                                event.contact().name()),
                        change("電話番号", event.before().phone(), event.contact().phone()),
                        change(
                                "メールアドレス",
                                event.before().email(),
                                event.contact().email()),
                        change("端末名称等", event.terminalNameBefore(), event.terminalName()))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** Whether there is another address before, which mails no longer go to. */
    static boolean movesAway(ContactChanged event) {
        @Nullable String before = event.before().email();
        return before != null && !Objects.equals(before, event.contact().email());
    }

    /** Whether there is another address now, which mails go to from now on. */
    static boolean givesAnAddress(ContactChanged event) {
        @Nullable String after = event.contact().email();
        return after != null && !after.equals(event.before().email());
    }

    private static Change change(String label, @Nullable String before, @Nullable String after) {
        return new Change(label, shown(before), shown(after));
    }

    private static String shown(@Nullable String value) {
        return value == null ? NONE : OneLine.of(value);
    }
}
