/** What an operator has reactions leave alone. */
@NullMarked
package jp.shomei.command.deadletter;

import org.jspecify.annotations.NullMarked;
