package jp.shomei.correspondence.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import jp.shomei.contracts.mail.MailKind;

/**
 * The texts of the mails, one template (Mustache) for each kind: its first line is the subject. A value that a template
 * needs and is not given is an error.
 */
final class MailTexts {

    private static final String ENDING = ".mustache";

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(false).strictSections(true).withLoader(MailTexts::open);
    private final Map<MailKind, Template> templates = new ConcurrentHashMap<>();

    /** A written mail: its subject, and what it says. */
    record Written(String subject, String text) {}

    /** Writes a mail of a kind with these values. */
    Written write(MailKind kind, Map<String, ?> values) {
        String written = templates.computeIfAbsent(kind, this::compile).execute(values);
        int end = written.indexOf('\n');
        return new Written(
                written.substring(0, end).strip(), written.substring(end + 1).strip() + "\n");
    }

    private Template compile(MailKind kind) {
        try (Reader source = open(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
            return compiler.compile(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reader open(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(MailTexts.class.getResourceAsStream(name + ENDING), name),
                StandardCharsets.UTF_8);
    }
}
