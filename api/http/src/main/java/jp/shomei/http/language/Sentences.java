package jp.shomei.http.language;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.contracts.refusal.FieldError;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The catalogue of sentences: Japanese first, English beside it. */
public final class Sentences {
    private static final int SHOWN = 60;
    private final ResourceBundleMessageSource catalogue = new ResourceBundleMessageSource();

    /** Reads the catalogue from the class path. */
    public Sentences() {
        catalogue.setBasename("jp.shomei.http.messages");
        catalogue.setDefaultEncoding(StandardCharsets.UTF_8.name());
        catalogue.setFallbackToSystemLocale(false);
        catalogue.setAlwaysUseMessageFormat(true);
    }

    /** A code in a few words. */
    public String title(ErrorCode code, Locale language) {
        return say("error." + code + ".title", language);
    }

    /** What to do about it. */
    public String detail(ErrorCode code, List<String> arguments, Locale language) {
        return say("error." + code + ".detail", language, arguments.toArray());
    }

    /** What is wrong with a field, and what it should be. A field may have a sentence of its own for a rule. */
    public String field(FieldError error, Locale language) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(name(error.field(), language));
        arguments.addAll(error.arguments());
        String general = "field." + error.rule();
        String own = catalogue.getMessage(general + "." + error.field(), arguments.toArray(), null, language);
        return own != null ? own : say(general, language, arguments.toArray());
    }

    /** Any other sentence, by its key. */
    public String say(String key, Locale language, Object... arguments) {
        return catalogue.getMessage(key, arguments, language);
    }

    /** A field as people know it; a field nobody knows is quoted, shortened and without control characters. */
    private String name(String field, Locale language) {
        String known = catalogue.getMessage("name." + field, new Object[0], null, language);
        return known != null ? known : shown(field);
    }

    /** What a stranger wrote, fit to be shown: short, and without control characters. */
    public static String shown(String written) {
        String clean = written.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
        return clean.codePointCount(0, clean.length()) <= SHOWN
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
