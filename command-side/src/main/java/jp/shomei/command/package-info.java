/** Decides: aggregates, policies and reactions. */
@NullMarked
package jp.shomei.command;

import org.jspecify.annotations.NullMarked;
