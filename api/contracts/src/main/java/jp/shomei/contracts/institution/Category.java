package jp.shomei.contracts.institution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Category of applicant (分類), and with it the score table and the form of code that go together. */
public enum Category {
    MEDICAL_INSTITUTION("1", "保険医療機関（医科）", ScoreTable.MEDICAL),
    DENTAL_INSTITUTION("2", "保険医療機関（歯科）", ScoreTable.DENTAL),
    PHARMACY("3", "保険薬局（調剤）", ScoreTable.PHARMACY),
    MEDICAL_BILLING_AGENT("4", "請求事務代行者（医科）", ScoreTable.MEDICAL),
    DENTAL_BILLING_AGENT("5", "請求事務代行者（歯科）", ScoreTable.DENTAL),
    HEALTH_CHECK_BODY("6", "特健機関", null),
    INSURER("7", "保険者", null),
    PHARMACY_BILLING_AGENT("8", "請求事務代行者（調剤）", ScoreTable.PHARMACY),
    VISITING_NURSING("n", "訪問看護", ScoreTable.VISITING_NURSING),
    WORKPLACE_CLINIC("s", "職域診療所", ScoreTable.WORKPLACE_CLINIC);

    private final String code;
    private final String kanji;
    private final @Nullable ScoreTable scoreTable;

    Category(String code, String kanji, @Nullable ScoreTable scoreTable) {
        this.code = code;
        this.kanji = kanji;
        this.scoreTable = scoreTable;
    }

    /** One character, as on the form. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The form's label: {@code n:訪問看護}. */
    public String label() {
        return code + ":" + kanji;
    }

    /** The score table of this category; none for health-check bodies and insurers. */
    public Optional<ScoreTable> scoreTable() {
        return Optional.ofNullable(scoreTable);
    }

    /** Digits of the institution code as typed: 7 after prefecture and score table, or a whole number of 10. */
    public int typedDigits() {
        return scoreTable == null ? 10 : 7;
    }

    /** The category with this code, if there is one. */
    public static Optional<Category> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }

    @JsonCreator
    static Category of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no category " + code));
    }
}
