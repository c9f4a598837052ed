/** The port for terminals, as far as keys and certificates go: its own identity, and whose certificates it accepts. */
@NullMarked
package jp.shomei.ca.terminal;

import org.jspecify.annotations.NullMarked;
