/** Has the holders reminded, day by day. */
@NullMarked
package jp.shomei.command.reminder;

import org.jspecify.annotations.NullMarked;
