/** Answers where mailed notices are. */
@NullMarked
package jp.shomei.query.notice;

import org.jspecify.annotations.NullMarked;
