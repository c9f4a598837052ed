package jp.shomei.contracts.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.shomei.contracts.CommittedFile;

/** What the source says about a type: the first sentence of its comment, and the meaning of each component. */
final class SourceComments {

    private final String comment;

    private SourceComments(String comment) {
        this.comment = comment;
    }

    static SourceComments of(Class<?> type) {
        Class<?> file = type.getEnclosingClass() == null ? type : type.getEnclosingClass();
        Path source = CommittedFile.inModule("src/main/java/" + file.getName().replace('.', '/') + ".java");
        Pattern declaration = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*"
                        + "(?:public |sealed )+(?:record|enum|interface) " + type.getSimpleName() + "\\b",
                Pattern.DOTALL);
        try {
            Matcher found = declaration.matcher(Files.readString(source));
            if (!found.find()) {
                throw new AssertionError(type + " has no comment");
            }
            return new SourceComments(plain(found.group(1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String firstSentence() {
        String text = comment.split(" @param ", 2)[0].strip();
        return text.split("(?<=\\.)\\s", 2)[0];
    }

    /** The meaning of a component, or nothing if the source does not say. */
    String meaningOf(String component) {
        Matcher found =
                Pattern.compile("@param " + component + " (.*?)(?= @|$)").matcher(comment);
        return found.find() ? found.group(1).strip() : "";
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\n\\s*\\*", " ")
                .replaceAll("\\{@(?:link|code)\\s+(?:[^}\\s]+\\s+)?([^}]+)}", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
