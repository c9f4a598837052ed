/** Prices. */
@NullMarked
package jp.shomei.command.fee;

import org.jspecify.annotations.NullMarked;
