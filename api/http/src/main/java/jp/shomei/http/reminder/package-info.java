/** Who is to be reminded of what, and when. */
@NullMarked
package jp.shomei.http.reminder;

import org.jspecify.annotations.NullMarked;
