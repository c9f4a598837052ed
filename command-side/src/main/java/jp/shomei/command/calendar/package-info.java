/** The working days of the authority: when applications are received, and when notices are posted. */
@NullMarked
package jp.shomei.command.calendar;

import org.jspecify.annotations.NullMarked;
