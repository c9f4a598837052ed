@NullMarked
package jp.shomei.command.calendar;

import org.jspecify.annotations.NullMarked;
