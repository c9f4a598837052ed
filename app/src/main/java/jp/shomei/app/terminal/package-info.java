/** The port for terminals: TLS, with client certificates. */
@NullMarked
package jp.shomei.app.terminal;

import org.jspecify.annotations.NullMarked;
