/** What the history knows about itself. */
@NullMarked
package jp.shomei.command.history;

import org.jspecify.annotations.NullMarked;
