package jp.shomei.contracts.institution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Score table (点数表): the third digit of a ten-digit institution code. There is no 2 and no 5. */
public enum ScoreTable {
    MEDICAL("1"),
    DENTAL("3"),
    PHARMACY("4"),
    VISITING_NURSING("6"),
    WORKPLACE_CLINIC("7");

    private final String code;

    ScoreTable(String code) {
        this.code = code;
    }

    /** One digit. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The score table with this code, if there is one. */
    public static Optional<ScoreTable> find(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst();
    }

    @JsonCreator
    static ScoreTable of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no score table " + code));
    }
}
