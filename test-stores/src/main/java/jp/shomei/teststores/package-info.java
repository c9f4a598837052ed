/** Databases for tests. */
@NullMarked
package jp.shomei.teststores;

import org.jspecify.annotations.NullMarked;
