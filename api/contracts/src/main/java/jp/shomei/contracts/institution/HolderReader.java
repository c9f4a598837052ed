package jp.shomei.contracts.institution;

import java.util.Optional;
import jp.shomei.contracts.refusal.FieldRule;
import org.jspecify.annotations.Nullable;

/** Reads the fields that say who the holder is, alike on the application form and in the registration. */
public final class HolderReader {

    private static final String CATEGORIES = "1, 2, 3, 4, 5, 6, 7, 8, n, s";
    private static final String PREFECTURES = "01–47";
    private static final String SCORE_TABLES = "1, 3, 4, 6, 7";

    private final FieldReader fields;
    private final Optional<Category> category;
    private final Optional<Prefecture> prefecture;
    private final Optional<ScoreTable> scoreTable;

    public HolderReader(
            FieldReader fields, @Nullable String category, @Nullable String prefecture, @Nullable String scoreTable) {
        this.fields = fields;
        this.category = fields.choice("category", category, Category::find, CATEGORIES);
        this.prefecture = readPrefecture(prefecture);
        this.scoreTable = readScoreTable(scoreTable);
    }

    /** Empty after an error. */
    public Optional<Category> category() {
        return category;
    }

    /** Empty after an error, and for an insurer that gave none. */
    public Optional<Prefecture> prefecture() {
        return prefecture;
    }

    /** Empty after an error, and for categories without one. */
    public Optional<ScoreTable> scoreTable() {
        return scoreTable;
    }

    private Optional<Prefecture> readPrefecture(@Nullable String typed) {
        boolean optional = category.filter(Category.INSURER::equals).isPresent();
        if (optional && (typed == null || typed.isBlank())) {
            return Optional.empty();
        }
        return fields.choice("prefecture", typed, Prefecture::find, PREFECTURES);
    }

    private Optional<ScoreTable> readScoreTable(@Nullable String typed) {
        boolean absent = typed == null || typed.isBlank();
        if (category.isPresent() && category.get().scoreTable().isEmpty()) {
            if (!absent) {
                fields.add("scoreTable", FieldRule.NOT_FOR_CATEGORY);
            }
            return Optional.empty();
        }
        Optional<ScoreTable> read = fields.choice("scoreTable", typed, ScoreTable::find, SCORE_TABLES);
        Optional<ScoreTable> expected = category.flatMap(Category::scoreTable);
        if (read.isPresent() && expected.isPresent() && !read.equals(expected)) {
            fields.add(
                    "scoreTable",
                    FieldRule.DOES_NOT_FIT_CATEGORY,
                    expected.get().code());
        }
        return read;
    }
}
