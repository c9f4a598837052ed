package jp.shomei.ca.lint;

import java.util.Optional;

/** Version 2 (RFC 5280 section 5.1.2.1). */
final class ListVersionLint implements ListLint {

    private static final int VERSION = 2;

    @Override
    public Optional<String> finding(ListToBeSigned list) {
        return Lint.unless(list.content().getVersionNumber() == VERSION, "not a list of version 2");
    }
}
