package jp.shomei.http.refusal;

import java.util.Locale;
import jp.shomei.contracts.refusal.FieldError;
import jp.shomei.http.language.Sentences;

/** What is wrong with a line of a file. */
public sealed interface BadLine {
    /** Its number in the file, from 1. */
    long line();

    /** As shown to the reader. */
    Problem.BadField shown(Sentences sentences, Locale language);

    /**
     * A bad field of a line.
     *
     * @param line its number
     * @param error what is wrong
     */
    record Field(long line, FieldError error) implements BadLine {
        @Override
        public Problem.BadField shown(Sentences sentences, Locale language) {
            return new Problem.BadField(line, error.field(), error.rule().name(), sentences.field(error, language));
        }
    }

    /**
     * A line that is bad as a whole.
     *
     * @param line its number
     * @param fault in which way
     */
    record Whole(long line, Fault fault) implements BadLine {
        @Override
        public Problem.BadField shown(Sentences sentences, Locale language) {
            return new Problem.BadField(line, null, fault.name(), sentences.say("line." + fault, language));
        }
    }

    /** How a line can be bad as a whole. */
    enum Fault {
        /** Not as many columns as the header. */
        COLUMNS,
        /** The code stood on an earlier line already. */
        DUPLICATE,
        /** Not CSV. */
        NOT_CSV,
        /** Bytes that are no characters of the file's charset. */
        CHARSET,
        /** The first line does not name the columns. */
        HEADER
    }
}
