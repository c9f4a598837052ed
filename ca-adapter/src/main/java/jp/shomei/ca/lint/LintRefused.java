package jp.shomei.ca.lint;

import java.util.List;

/** The lints found something: nothing may be signed. */
public final class LintRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> findings;

    LintRefused(List<String> findings) {
        super(String.join("; ", findings));
        this.findings = List.copyOf(findings);
    }

    /** What was found, each with the name of its lint. */
    public List<String> findings() {
        return findings;
    }
}
