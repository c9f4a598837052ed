package jp.shomei.ca.authority;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One issuing certificate among those that follow each other, by its file: {@code issuing.p12} is the first, {@code
 * issuing-2.p12} the second; {@code issuing-2.crt} has its key on a hardware token.
 *
 * @param number from 1
 * @param form where its key is
 * @param pending whether the root has not signed it yet
 */
record Generation(int number, Form form, boolean pending) {

    private static final Pattern FILE = Pattern.compile("issuing(?:-([1-9]\\d{0,3}))?(\\.pending)?\\.(p12|crt)");

    /** Where the key is. */
    enum Form {
        KEY_STORE("p12"),
        TOKEN("crt");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }
    }

    static Optional<Generation> of(String fileName) {
        Matcher matcher = FILE.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = matcher.group(1) == null ? 1 : Integer.parseInt(matcher.group(1));
        Form form = matcher.group(3).equals(Form.KEY_STORE.ending) ? Form.KEY_STORE : Form.TOKEN;
        Generation generation = new Generation(number, form, matcher.group(2) != null);
        return generation.fileName().equals(fileName) ? Optional.of(generation) : Optional.empty();
    }

    String fileName() {
        return "issuing" + (number == 1 ? "" : "-" + number) + (pending ? ".pending." : ".") + form.ending;
    }

    /** The same, once the root has signed it. */
    Generation installed() {
        return new Generation(number, form, false);
    }
}
