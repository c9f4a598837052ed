package jp.shomei.http.refusal;

import java.util.List;
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
     * @param arguments what the fault's sentence needs
     */
    record Whole(long line, Fault fault, List<String> arguments) implements BadLine {
        public Whole {
            arguments = List.copyOf(arguments);
        }

        /** A line whose fault says everything. */
        public Whole(long line, Fault fault) {
            this(line, fault, List.of());
        }

        @Override
        public Problem.BadField shown(Sentences sentences, Locale language) {
            return new Problem.BadField(
                    line, null, fault.name(), sentences.say("line." + fault, language, arguments.toArray()));
        }
    }

    /**
     * A bad element of a JSON array, which stands where a file has a line.
     *
     * @param index its place, from 0
     * @param what what would be wrong with the line
     */
    record Element(int index, BadLine what) implements BadLine {
        @Override
        public long line() {
            return what.line();
        }

        @Override
        public Problem.BadField shown(Sentences sentences, Locale language) {
            Problem.BadField bad = what.shown(sentences, language);
            String field = "[" + index + "]" + (bad.field() == null ? "" : "." + bad.field());
            return new Problem.BadField(null, field, bad.code(), bad.message());
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
        HEADER,
        /** There is no line at all. */
        EMPTY,
        /** The institution has no bill of the month. */
        NO_BILL,
        /** It cannot have happened to the bill; arguments: where it stands, in Japanese and by its name. */
        DOES_NOT_FIT,
        /** The day is before the deduction was asked for or the slip sent, or to come. */
        DAY_OUT_OF_RANGE,
        /** The slip need not have been paid yet. */
        NOT_YET_DUE,
        /** An earlier line says something of the same. */
        TWICE
    }
}
