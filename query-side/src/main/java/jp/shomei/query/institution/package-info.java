/** Answers what institutions have on file. */
@NullMarked
package jp.shomei.query.institution;

import org.jspecify.annotations.NullMarked;
