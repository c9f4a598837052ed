package jp.shomei.benchmarks;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The results, as a Markdown table; each line is also printed as soon as it is known. */
final class Table {

    private static final String HEAD =
            "| what | measured | against | measured | unit | ratio | target |\n" + "|---|---|---|---|---|---|---|\n";

    private final PrintWriter out;
    private final List<String> lines = new ArrayList<>();

    Table(PrintWriter out) {
        this.out = out;
    }

    void add(Comparison compared, Figures ours, Figures theirs) {
        Figures ratio = ours.dividedBy(theirs);
        Comparison.Target target = compared.target();
        add(
                compared.what(),
                ours.text(),
                compared.against(),
                theirs.text(),
                compared.unit(),
                "**" + ratio.text() + "**",
                target == null ? "–" : target + (target.isMetBy(ratio.median()) ? "" : ", missed"));
    }

    /** A figure that nothing is compared with. */
    void add(String what, Figures figures, String unit) {
        add(what, figures.text(), "–", "–", unit, "–", "–");
    }

    private void add(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |";
        lines.add(line);
        out.println(line);
        out.flush();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    public String toString() {
        return HEAD + String.join("\n", lines) + "\n";
    }
}
