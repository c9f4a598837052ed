/** Answers who is to be reminded of what, and when. */
@NullMarked
package jp.shomei.query.reminder;

import org.jspecify.annotations.NullMarked;
