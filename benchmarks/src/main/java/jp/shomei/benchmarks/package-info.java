/** Measures the program against what it stands on. */
@NullMarked
package jp.shomei.benchmarks;

import org.jspecify.annotations.NullMarked;
