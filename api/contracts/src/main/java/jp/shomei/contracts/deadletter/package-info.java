/** Events that could not be handled: they wait, each with its followers, to be tried again or skipped on record. */
@NullMarked
package jp.shomei.contracts.deadletter;

import org.jspecify.annotations.NullMarked;
