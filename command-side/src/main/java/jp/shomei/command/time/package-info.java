/** The clock and the daily run. */
@NullMarked
package jp.shomei.command.time;

import org.jspecify.annotations.NullMarked;
