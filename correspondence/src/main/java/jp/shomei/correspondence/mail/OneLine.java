package jp.shomei.correspondence.mail;

/** Text from elsewhere on one line of ours. */
final class OneLine {

    private OneLine() {}

    /** The text with every run of line breaks, other control characters and blanks as one blank. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029 ]+", " ").strip();
    }

    /** The same, cut to so many characters. */
    static String of(String text, int most) {
        String line = of(text);
        if (line.length() <= most) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
        return line.substring(0, end);
    }
}
